/**
 * What only moderators work with, in one place: whoever comes without a key never loads it.
 */
export { createAdding } from './adding.js';
export { createAnswers } from './poll-answers.js';
export { createDesk } from './desk.js';
export { createLauncher } from './poll-launcher.js';
export { createModeration } from './moderation.js';
export { createOrdering } from './ordering.js';
export { createPersonActs } from './person-acts.js';
export { createSteering } from './poll-steering.js';
