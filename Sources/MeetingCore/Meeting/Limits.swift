/// The bounds of a meeting, each with its reason.
package enum Limits {
  /// A town hall with guests; ten times the largest round that was planned for.
  package static let participants = 20_000
  /// Long enough for a question with its background, short enough for the stage.
  package static let questionCharacters = 500
  /// Grapheme clusters can hide any number of marks: 4 KiB hold 500 of the widest honest ones.
  package static let textBytes = 4_096
  /// Marks on one letter: two are what living languages need, a tower of them covers other lines.
  package static let marks = 2
  /// "Dr. Maria-Magdalena von und zu …" fits.
  package static let nameCharacters = 60
  /// How many numbers are tried to tell a name from others that are like it.
  package static let namesAlike = 100
  /// "Verbandsgemeindeverwaltung …, Stabsstelle Digitalisierung" fits.
  package static let organisationCharacters = 80
  /// A written answer: a paragraph or two.
  package static let answerCharacters = 2_000
  package static let answerBytes = 8_192
  /// More labels would be a second list to read.
  package static let tags = 8
  package static let tagCharacters = 30
  /// How long askers may change their words: nobody has thought about them for longer.
  package static let editing = Duration.seconds(120)
  /// How long an act of a moderator can be taken back (product row F3).
  package static let undo = Duration.seconds(10)
  /// Acts that are kept for the record: one a second for more than five hours.
  package static let acts = 20_000
  /// How long a second device may take to come: time enough to point a camera at a code.
  package static let invitation = Duration.seconds(60)
  /// Why a question was declined, in one line.
  package static let reasonCharacters = 200
  /// A title that still fits the stage in two lines.
  package static let titleCharacters = 120
  /// Points of the agenda: more than an afternoon has.
  package static let agendaItems = 50
  /// How long a point may be planned to take: a whole day.
  package static let agendaMinutes = 1...600
  /// Starts of points, and changes of phase, that are kept: more than a long day sees.
  package static let agendaHistory = 500
  /// How far ahead a start can be set: invitations reach no further than a year.
  package static let startAhead = Duration.seconds(366 * 86_400)
  /// How long ago a start may have been: the round that begins late is still today's.
  package static let startBehind = Duration.seconds(86_400)
  /// Nobody needs more at once, and one person must not fill the list.
  package static let openQuestionsPerPerson = 5
  /// Questions in all: far more than a meeting can read.
  package static let questions = 5_000
  /// Time enough to read one's own question once more.
  package static let questionPace = Duration.seconds(10)
  /// Who waits to speak: at two minutes each, more than three hours; everybody is sent the list.
  package static let queue = 100
  /// What somebody wants to speak about, in one line of the list.
  package static let noteCharacters = 100
  package static let noteBytes = 800
  /// Whoever speaks for less has not had a turn: "that was answered already".
  package static let contribution = Duration.seconds(10)
  /// A second more or less must move nobody in the list (product section P).
  package static let timeStep = Duration.seconds(30)
  /// How long somebody who was called while away may take to come back (product row D3).
  package static let absence = Duration.seconds(600)
  /// After how many seconds a speaker can be reminded: a sentence at least, a lecture at most.
  package static let turnSeconds = 10...7_200
  /// How many turns tell how long people usually speak: enough for a middle, few enough for now.
  package static let usualTurns = 20
  /// Turns that are kept for the record: fourteen hours of the shortest ones.
  package static let turns = 5_000
  /// A paragraph; whoever has more to say has a question, or a link.
  package static let messageCharacters = 1_000
  /// Messages of one channel in memory: three hours at one a second, which nobody can read.
  package static let messages = 10_000
  /// How long authors may change their messages: later, others have answered them.
  package static let messageEditing = Duration.seconds(300)
  /// What somebody types in one breath, and how fast a person can write (product row E8).
  package static let messagesAtOnce = 5
  package static let messagePace = Duration.seconds(2)
  /// The pauses that slow mode can ask for, in seconds, and the usual one.
  package static let slowMode = 5...600
  package static let slowModeSeconds = 30
  /// Own messages that others do not see, or do not see as theirs: enough to find one again.
  package static let ownMessages = 20
  /// Cleared messages that are erased at once: what the disk does in some milliseconds.
  package static let erasing = 500
  /// Links of a meeting: more would be a page of its own.
  package static let links = 20
  /// What browsers and proxies surely take.
  package static let linkBytes = 2_000
  /// A banner is read in passing.
  package static let announcementCharacters = 300
  /// How long a banner is shown, in seconds: long enough to be read, and not over night.
  package static let announcementSeconds = 5...43_200
  package static let announcementUsual = 600
  /// Banners of one meeting: one each minute for three hours.
  package static let announcements = 200

  /// Prepared polls and those of a long day.
  package static let polls = 100
  /// More would be more than anybody can keep in mind (product row C44).
  package static let openPolls = 3
  /// Before, after, and some that went wrong.
  package static let rounds = 10
  /// A choice has an alternative, and still fits the stage.
  package static let fewestOptions = 2
  package static let options = 20
  package static let optionCharacters = 140
  package static let pollDescriptionCharacters = 500
  /// From good and bad to zero to ten.
  package static let scaleSteps = 2...11
  package static let labelCharacters = 40
  /// Whoever has more to say asks a question.
  package static let pollAnswers = 3
  package static let pollTextCharacters = 300
  package static let wordCharacters = 40
  /// Answers that moderators have hidden or merged, and may name in one act.
  package static let curated = 1_000
  package static let curatedAtOnce = 50
  /// Whole numbers that every browser can hold, whatever their decimal places.
  package static let estimate = -1_000_000_000_000...1_000_000_000_000
  package static let decimals = 0...3
  package static let unitCharacters = 12
  /// As many columns as can be told apart.
  package static let histogramBins = 10
  package static let pointsBudget = 1_000
  /// A timer in seconds: time to read, and an afternoon at most.
  package static let pollSeconds = 5...14_400
  /// A ballot may be on its way when the timer has run down (product row C36).
  package static let pollGrace = Duration.seconds(2)
  /// Fewer secret ballots would tell who chose what while more come in (product row C43).
  package static let fewestShown = 5
}
