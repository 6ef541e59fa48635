/* Every file of web/ that browsers load: the program carries the page inside itself.
   A new file is one line here; a test compares this list with the folder. */

#pragma clang diagnostic ignored "-Wc23-extensions"

#include "CServerShim.h"

static const uint8_t about_html[] = {
#embed "../../web/about.html"
};
static const uint8_t admin_html[] = {
#embed "../../web/admin.html"
};
static const uint8_t app_webmanifest[] = {
#embed "../../web/app.webmanifest"
};
static const uint8_t css_admin_meeting_css[] = {
#embed "../../web/css/admin-meeting.css"
};
static const uint8_t css_agenda_editor_css[] = {
#embed "../../web/css/agenda-editor.css"
};
static const uint8_t css_agenda_plan_css[] = {
#embed "../../web/css/agenda-plan.css"
};
static const uint8_t css_ask_dock_css[] = {
#embed "../../web/css/ask-dock.css"
};
static const uint8_t css_base_css[] = {
#embed "../../web/css/base.css"
};
static const uint8_t css_chair_bar_css[] = {
#embed "../../web/css/chair-bar.css"
};
static const uint8_t css_chair_tools_css[] = {
#embed "../../web/css/chair-tools.css"
};
static const uint8_t css_chair_css[] = {
#embed "../../web/css/chair.css"
};
static const uint8_t css_chat_log_css[] = {
#embed "../../web/css/chat-log.css"
};
static const uint8_t css_controls_css[] = {
#embed "../../web/css/controls.css"
};
static const uint8_t css_cover_css[] = {
#embed "../../web/css/cover.css"
};
static const uint8_t css_desk_css[] = {
#embed "../../web/css/desk.css"
};
static const uint8_t css_dialog_css[] = {
#embed "../../web/css/dialog.css"
};
static const uint8_t css_ending_css[] = {
#embed "../../web/css/ending.css"
};
static const uint8_t css_first_hint_css[] = {
#embed "../../web/css/first-hint.css"
};
static const uint8_t css_index_css[] = {
#embed "../../web/css/index.css"
};
static const uint8_t css_key_list_css[] = {
#embed "../../web/css/key-list.css"
};
static const uint8_t css_name_line_css[] = {
#embed "../../web/css/name-line.css"
};
static const uint8_t css_now_strip_css[] = {
#embed "../../web/css/now-strip.css"
};
static const uint8_t css_page_footer_css[] = {
#embed "../../web/css/page-footer.css"
};
static const uint8_t css_panels_css[] = {
#embed "../../web/css/panels.css"
};
static const uint8_t css_past_rounds_css[] = {
#embed "../../web/css/past-rounds.css"
};
static const uint8_t css_past_css[] = {
#embed "../../web/css/past.css"
};
static const uint8_t css_person_css[] = {
#embed "../../web/css/person.css"
};
static const uint8_t css_poll_ballot_css[] = {
#embed "../../web/css/poll-ballot.css"
};
static const uint8_t css_poll_board_css[] = {
#embed "../../web/css/poll-board.css"
};
static const uint8_t css_poll_card_css[] = {
#embed "../../web/css/poll-card.css"
};
static const uint8_t css_poll_chart_css[] = {
#embed "../../web/css/poll-chart.css"
};
static const uint8_t css_poll_editor_css[] = {
#embed "../../web/css/poll-editor.css"
};
static const uint8_t css_poll_scene_css[] = {
#embed "../../web/css/poll-scene.css"
};
static const uint8_t css_poll_steering_css[] = {
#embed "../../web/css/poll-steering.css"
};
static const uint8_t css_prose_css[] = {
#embed "../../web/css/prose.css"
};
static const uint8_t css_publication_css[] = {
#embed "../../web/css/publication.css"
};
static const uint8_t css_question_card_css[] = {
#embed "../../web/css/question-card.css"
};
static const uint8_t css_question_list_css[] = {
#embed "../../web/css/question-list.css"
};
static const uint8_t css_reading_css[] = {
#embed "../../web/css/reading.css"
};
static const uint8_t css_reset_css[] = {
#embed "../../web/css/reset.css"
};
static const uint8_t css_room_bar_css[] = {
#embed "../../web/css/room-bar.css"
};
static const uint8_t css_room_head_css[] = {
#embed "../../web/css/room-head.css"
};
static const uint8_t css_room_notices_css[] = {
#embed "../../web/css/room-notices.css"
};
static const uint8_t css_room_css[] = {
#embed "../../web/css/room.css"
};
static const uint8_t css_screen_css[] = {
#embed "../../web/css/screen.css"
};
static const uint8_t css_speaking_queue_css[] = {
#embed "../../web/css/speaking-queue.css"
};
static const uint8_t css_stage_overlay_css[] = {
#embed "../../web/css/stage-overlay.css"
};
static const uint8_t css_stage_scenes_css[] = {
#embed "../../web/css/stage-scenes.css"
};
static const uint8_t css_stage_css[] = {
#embed "../../web/css/stage.css"
};
static const uint8_t css_talk_css[] = {
#embed "../../web/css/talk.css"
};
static const uint8_t css_tokens_css[] = {
#embed "../../web/css/tokens.css"
};
static const uint8_t css_utilities_css[] = {
#embed "../../web/css/utilities.css"
};
static const uint8_t i18n_de_admin_json[] = {
#embed "../../web/i18n/de.admin.json"
};
static const uint8_t i18n_de_chair_json[] = {
#embed "../../web/i18n/de.chair.json"
};
static const uint8_t i18n_de_json[] = {
#embed "../../web/i18n/de.json"
};
static const uint8_t i18n_de_mine_json[] = {
#embed "../../web/i18n/de.mine.json"
};
static const uint8_t i18n_de_past_json[] = {
#embed "../../web/i18n/de.past.json"
};
static const uint8_t i18n_de_record_json[] = {
#embed "../../web/i18n/de.record.json"
};
static const uint8_t i18n_de_stage_json[] = {
#embed "../../web/i18n/de.stage.json"
};
static const uint8_t i18n_de_talk_json[] = {
#embed "../../web/i18n/de.talk.json"
};
static const uint8_t i18n_en_admin_json[] = {
#embed "../../web/i18n/en.admin.json"
};
static const uint8_t i18n_en_chair_json[] = {
#embed "../../web/i18n/en.chair.json"
};
static const uint8_t i18n_en_json[] = {
#embed "../../web/i18n/en.json"
};
static const uint8_t i18n_en_mine_json[] = {
#embed "../../web/i18n/en.mine.json"
};
static const uint8_t i18n_en_past_json[] = {
#embed "../../web/i18n/en.past.json"
};
static const uint8_t i18n_en_record_json[] = {
#embed "../../web/i18n/en.record.json"
};
static const uint8_t i18n_en_stage_json[] = {
#embed "../../web/i18n/en.stage.json"
};
static const uint8_t i18n_en_talk_json[] = {
#embed "../../web/i18n/en.talk.json"
};
static const uint8_t icons_icon_svg[] = {
#embed "../../web/icons/icon.svg"
};
static const uint8_t icons_maskable_svg[] = {
#embed "../../web/icons/maskable.svg"
};
static const uint8_t icons_touch_png[] = {
#embed "../../web/icons/touch.png"
};
static const uint8_t index_html[] = {
#embed "../../web/index.html"
};
static const uint8_t js_core_agenda_js[] = {
#embed "../../web/js/core/agenda.js"
};
static const uint8_t js_core_ballots_js[] = {
#embed "../../web/js/core/ballots.js"
};
static const uint8_t js_core_chatting_js[] = {
#embed "../../web/js/core/chatting.js"
};
static const uint8_t js_core_comparing_js[] = {
#embed "../../web/js/core/comparing.js"
};
static const uint8_t js_core_digest_js[] = {
#embed "../../web/js/core/digest.js"
};
static const uint8_t js_core_identity_js[] = {
#embed "../../web/js/core/identity.js"
};
static const uint8_t js_core_keymap_js[] = {
#embed "../../web/js/core/keymap.js"
};
static const uint8_t js_core_links_js[] = {
#embed "../../web/js/core/links.js"
};
static const uint8_t js_core_net_js[] = {
#embed "../../web/js/core/net.js"
};
static const uint8_t js_core_outbox_js[] = {
#embed "../../web/js/core/outbox.js"
};
static const uint8_t js_core_overlay_js[] = {
#embed "../../web/js/core/overlay.js"
};
static const uint8_t js_core_poll_line_js[] = {
#embed "../../web/js/core/poll-line.js"
};
static const uint8_t js_core_polls_js[] = {
#embed "../../web/js/core/polls.js"
};
static const uint8_t js_core_prose_js[] = {
#embed "../../web/js/core/prose.js"
};
static const uint8_t js_core_protocol_js[] = {
#embed "../../web/js/core/protocol.js"
};
static const uint8_t js_core_queue_js[] = {
#embed "../../web/js/core/queue.js"
};
static const uint8_t js_core_ranking_js[] = {
#embed "../../web/js/core/ranking.js"
};
static const uint8_t js_core_reduce_js[] = {
#embed "../../web/js/core/reduce.js"
};
static const uint8_t js_core_refusals_js[] = {
#embed "../../web/js/core/refusals.js"
};
static const uint8_t js_core_results_js[] = {
#embed "../../web/js/core/results.js"
};
static const uint8_t js_core_session_js[] = {
#embed "../../web/js/core/session.js"
};
static const uint8_t js_core_storage_js[] = {
#embed "../../web/js/core/storage.js"
};
static const uint8_t js_core_stream_js[] = {
#embed "../../web/js/core/stream.js"
};
static const uint8_t js_core_talk_js[] = {
#embed "../../web/js/core/talk.js"
};
static const uint8_t js_core_text_js[] = {
#embed "../../web/js/core/text.js"
};
static const uint8_t js_core_way_js[] = {
#embed "../../web/js/core/way.js"
};
static const uint8_t js_core_zone_js[] = {
#embed "../../web/js/core/zone.js"
};
static const uint8_t js_pages_about_js[] = {
#embed "../../web/js/pages/about.js"
};
static const uint8_t js_pages_acts_js[] = {
#embed "../../web/js/pages/acts.js"
};
static const uint8_t js_pages_admin_js[] = {
#embed "../../web/js/pages/admin.js"
};
static const uint8_t js_pages_common_js[] = {
#embed "../../web/js/pages/common.js"
};
static const uint8_t js_pages_index_js[] = {
#embed "../../web/js/pages/index.js"
};
static const uint8_t js_pages_line_js[] = {
#embed "../../web/js/pages/line.js"
};
static const uint8_t js_pages_news_js[] = {
#embed "../../web/js/pages/news.js"
};
static const uint8_t js_pages_offline_js[] = {
#embed "../../web/js/pages/offline.js"
};
static const uint8_t js_pages_parts_js[] = {
#embed "../../web/js/pages/parts.js"
};
static const uint8_t js_pages_record_js[] = {
#embed "../../web/js/pages/record.js"
};
static const uint8_t js_pages_room_js[] = {
#embed "../../web/js/pages/room.js"
};
static const uint8_t js_pages_stage_js[] = {
#embed "../../web/js/pages/stage.js"
};
static const uint8_t js_pages_talk_js[] = {
#embed "../../web/js/pages/talk.js"
};
static const uint8_t js_pages_watching_js[] = {
#embed "../../web/js/pages/watching.js"
};
static const uint8_t js_ui_announce_js[] = {
#embed "../../web/js/ui/announce.js"
};
static const uint8_t js_ui_awake_js[] = {
#embed "../../web/js/ui/awake.js"
};
static const uint8_t js_ui_copy_js[] = {
#embed "../../web/js/ui/copy.js"
};
static const uint8_t js_ui_dialog_js[] = {
#embed "../../web/js/ui/dialog.js"
};
static const uint8_t js_ui_dom_js[] = {
#embed "../../web/js/ui/dom.js"
};
static const uint8_t js_ui_download_js[] = {
#embed "../../web/js/ui/download.js"
};
static const uint8_t js_ui_field_js[] = {
#embed "../../web/js/ui/field.js"
};
static const uint8_t js_ui_focus_js[] = {
#embed "../../web/js/ui/focus.js"
};
static const uint8_t js_ui_freeze_js[] = {
#embed "../../web/js/ui/freeze.js"
};
static const uint8_t js_ui_i18n_js[] = {
#embed "../../web/js/ui/i18n.js"
};
static const uint8_t js_ui_keyed_js[] = {
#embed "../../web/js/ui/keyed.js"
};
static const uint8_t js_ui_keys_js[] = {
#embed "../../web/js/ui/keys.js"
};
static const uint8_t js_ui_schedule_js[] = {
#embed "../../web/js/ui/schedule.js"
};
static const uint8_t js_ui_ticking_js[] = {
#embed "../../web/js/ui/ticking.js"
};
static const uint8_t js_views_acts_js[] = {
#embed "../../web/js/views/acts.js"
};
static const uint8_t js_views_adding_js[] = {
#embed "../../web/js/views/adding.js"
};
static const uint8_t js_views_admin_meeting_js[] = {
#embed "../../web/js/views/admin-meeting.js"
};
static const uint8_t js_views_admin_records_js[] = {
#embed "../../web/js/views/admin-records.js"
};
static const uint8_t js_views_admin_times_js[] = {
#embed "../../web/js/views/admin-times.js"
};
static const uint8_t js_views_agenda_editor_js[] = {
#embed "../../web/js/views/agenda-editor.js"
};
static const uint8_t js_views_agenda_form_js[] = {
#embed "../../web/js/views/agenda-form.js"
};
static const uint8_t js_views_agenda_row_js[] = {
#embed "../../web/js/views/agenda-row.js"
};
static const uint8_t js_views_agenda_js[] = {
#embed "../../web/js/views/agenda.js"
};
static const uint8_t js_views_announcement_js[] = {
#embed "../../web/js/views/announcement.js"
};
static const uint8_t js_views_announcing_js[] = {
#embed "../../web/js/views/announcing.js"
};
static const uint8_t js_views_asking_js[] = {
#embed "../../web/js/views/asking.js"
};
static const uint8_t js_views_backstage_js[] = {
#embed "../../web/js/views/backstage.js"
};
static const uint8_t js_views_behalf_js[] = {
#embed "../../web/js/views/behalf.js"
};
static const uint8_t js_views_calls_js[] = {
#embed "../../web/js/views/calls.js"
};
static const uint8_t js_views_card_js[] = {
#embed "../../web/js/views/card.js"
};
static const uint8_t js_views_chair_js[] = {
#embed "../../web/js/views/chair.js"
};
static const uint8_t js_views_chairing_js[] = {
#embed "../../web/js/views/chairing.js"
};
static const uint8_t js_views_chat_steering_js[] = {
#embed "../../web/js/views/chat-steering.js"
};
static const uint8_t js_views_chat_js[] = {
#embed "../../web/js/views/chat.js"
};
static const uint8_t js_views_composer_js[] = {
#embed "../../web/js/views/composer.js"
};
static const uint8_t js_views_copying_js[] = {
#embed "../../web/js/views/copying.js"
};
static const uint8_t js_views_countdown_js[] = {
#embed "../../web/js/views/countdown.js"
};
static const uint8_t js_views_desk_js[] = {
#embed "../../web/js/views/desk.js"
};
static const uint8_t js_views_downloads_js[] = {
#embed "../../web/js/views/downloads.js"
};
static const uint8_t js_views_ending_js[] = {
#embed "../../web/js/views/ending.js"
};
static const uint8_t js_views_entry_js[] = {
#embed "../../web/js/views/entry.js"
};
static const uint8_t js_views_filter_js[] = {
#embed "../../web/js/views/filter.js"
};
static const uint8_t js_views_floor_js[] = {
#embed "../../web/js/views/floor.js"
};
static const uint8_t js_views_footer_js[] = {
#embed "../../web/js/views/footer.js"
};
static const uint8_t js_views_frame_js[] = {
#embed "../../web/js/views/frame.js"
};
static const uint8_t js_views_guide_js[] = {
#embed "../../web/js/views/guide.js"
};
static const uint8_t js_views_hand_js[] = {
#embed "../../web/js/views/hand.js"
};
static const uint8_t js_views_head_js[] = {
#embed "../../web/js/views/head.js"
};
static const uint8_t js_views_key_help_js[] = {
#embed "../../web/js/views/key-help.js"
};
static const uint8_t js_views_language_js[] = {
#embed "../../web/js/views/language.js"
};
static const uint8_t js_views_later_js[] = {
#embed "../../web/js/views/later.js"
};
static const uint8_t js_views_message_js[] = {
#embed "../../web/js/views/message.js"
};
static const uint8_t js_views_mine_js[] = {
#embed "../../web/js/views/mine.js"
};
static const uint8_t js_views_moderation_js[] = {
#embed "../../web/js/views/moderation.js"
};
static const uint8_t js_views_naming_js[] = {
#embed "../../web/js/views/naming.js"
};
static const uint8_t js_views_notices_js[] = {
#embed "../../web/js/views/notices.js"
};
static const uint8_t js_views_ordering_js[] = {
#embed "../../web/js/views/ordering.js"
};
static const uint8_t js_views_own_hand_js[] = {
#embed "../../web/js/views/own-hand.js"
};
static const uint8_t js_views_past_rounds_js[] = {
#embed "../../web/js/views/past-rounds.js"
};
static const uint8_t js_views_people_js[] = {
#embed "../../web/js/views/people.js"
};
static const uint8_t js_views_person_acts_js[] = {
#embed "../../web/js/views/person-acts.js"
};
static const uint8_t js_views_poll_answers_js[] = {
#embed "../../web/js/views/poll-answers.js"
};
static const uint8_t js_views_poll_ballot_js[] = {
#embed "../../web/js/views/poll-ballot.js"
};
static const uint8_t js_views_poll_bar_js[] = {
#embed "../../web/js/views/poll-bar.js"
};
static const uint8_t js_views_poll_card_js[] = {
#embed "../../web/js/views/poll-card.js"
};
static const uint8_t js_views_poll_chart_js[] = {
#embed "../../web/js/views/poll-chart.js"
};
static const uint8_t js_views_poll_choices_js[] = {
#embed "../../web/js/views/poll-choices.js"
};
static const uint8_t js_views_poll_compare_js[] = {
#embed "../../web/js/views/poll-compare.js"
};
static const uint8_t js_views_poll_editor_js[] = {
#embed "../../web/js/views/poll-editor.js"
};
static const uint8_t js_views_poll_hints_js[] = {
#embed "../../web/js/views/poll-hints.js"
};
static const uint8_t js_views_poll_launcher_js[] = {
#embed "../../web/js/views/poll-launcher.js"
};
static const uint8_t js_views_poll_ordering_js[] = {
#embed "../../web/js/views/poll-ordering.js"
};
static const uint8_t js_views_poll_result_js[] = {
#embed "../../web/js/views/poll-result.js"
};
static const uint8_t js_views_poll_steering_js[] = {
#embed "../../web/js/views/poll-steering.js"
};
static const uint8_t js_views_poll_taps_js[] = {
#embed "../../web/js/views/poll-taps.js"
};
static const uint8_t js_views_poll_texts_js[] = {
#embed "../../web/js/views/poll-texts.js"
};
static const uint8_t js_views_poll_timer_js[] = {
#embed "../../web/js/views/poll-timer.js"
};
static const uint8_t js_views_poll_words_js[] = {
#embed "../../web/js/views/poll-words.js"
};
static const uint8_t js_views_polls_js[] = {
#embed "../../web/js/views/polls.js"
};
static const uint8_t js_views_post_js[] = {
#embed "../../web/js/views/post.js"
};
static const uint8_t js_views_prose_js[] = {
#embed "../../web/js/views/prose.js"
};
static const uint8_t js_views_publication_js[] = {
#embed "../../web/js/views/publication.js"
};
static const uint8_t js_views_question_times_js[] = {
#embed "../../web/js/views/question-times.js"
};
static const uint8_t js_views_questions_js[] = {
#embed "../../web/js/views/questions.js"
};
static const uint8_t js_views_queue_js[] = {
#embed "../../web/js/views/queue.js"
};
static const uint8_t js_views_rules_js[] = {
#embed "../../web/js/views/rules.js"
};
static const uint8_t js_views_section_js[] = {
#embed "../../web/js/views/section.js"
};
static const uint8_t js_views_shortcuts_js[] = {
#embed "../../web/js/views/shortcuts.js"
};
static const uint8_t js_views_stage_agenda_js[] = {
#embed "../../web/js/views/stage-agenda.js"
};
static const uint8_t js_views_stage_control_js[] = {
#embed "../../web/js/views/stage-control.js"
};
static const uint8_t js_views_stage_list_js[] = {
#embed "../../web/js/views/stage-list.js"
};
static const uint8_t js_views_stage_overlay_js[] = {
#embed "../../web/js/views/stage-overlay.js"
};
static const uint8_t js_views_stage_poll_js[] = {
#embed "../../web/js/views/stage-poll.js"
};
static const uint8_t js_views_stage_speaker_js[] = {
#embed "../../web/js/views/stage-speaker.js"
};
static const uint8_t js_views_stage_js[] = {
#embed "../../web/js/views/stage.js"
};
static const uint8_t js_views_strip_js[] = {
#embed "../../web/js/views/strip.js"
};
static const uint8_t js_views_toolbox_js[] = {
#embed "../../web/js/views/toolbox.js"
};
static const uint8_t js_views_writing_js[] = {
#embed "../../web/js/views/writing.js"
};
static const uint8_t record_html[] = {
#embed "../../web/record.html"
};
static const uint8_t room_html[] = {
#embed "../../web/room.html"
};
static const uint8_t stage_html[] = {
#embed "../../web/stage.html"
};
static const uint8_t sw_js[] = {
#embed "../../web/sw.js"
};
static const uint8_t texts_accessibility_de_txt[] = {
#embed "../../web/texts/accessibility.de.txt"
};
static const uint8_t texts_accessibility_en_txt[] = {
#embed "../../web/texts/accessibility.en.txt"
};
static const uint8_t texts_help_de_txt[] = {
#embed "../../web/texts/help.de.txt"
};
static const uint8_t texts_help_en_txt[] = {
#embed "../../web/texts/help.en.txt"
};
static const uint8_t texts_imprint_de_txt[] = {
#embed "../../web/texts/imprint.de.txt"
};
static const uint8_t texts_imprint_en_txt[] = {
#embed "../../web/texts/imprint.en.txt"
};
static const uint8_t texts_privacy_de_txt[] = {
#embed "../../web/texts/privacy.de.txt"
};
static const uint8_t texts_privacy_en_txt[] = {
#embed "../../web/texts/privacy.en.txt"
};

static const struct kr_embedded_file files[] = {
    {"about.html", about_html, sizeof about_html},
    {"admin.html", admin_html, sizeof admin_html},
    {"app.webmanifest", app_webmanifest, sizeof app_webmanifest},
    {"css/admin-meeting.css", css_admin_meeting_css, sizeof css_admin_meeting_css},
    {"css/agenda-editor.css", css_agenda_editor_css, sizeof css_agenda_editor_css},
    {"css/agenda-plan.css", css_agenda_plan_css, sizeof css_agenda_plan_css},
    {"css/ask-dock.css", css_ask_dock_css, sizeof css_ask_dock_css},
    {"css/base.css", css_base_css, sizeof css_base_css},
    {"css/chair-bar.css", css_chair_bar_css, sizeof css_chair_bar_css},
    {"css/chair-tools.css", css_chair_tools_css, sizeof css_chair_tools_css},
    {"css/chair.css", css_chair_css, sizeof css_chair_css},
    {"css/chat-log.css", css_chat_log_css, sizeof css_chat_log_css},
    {"css/controls.css", css_controls_css, sizeof css_controls_css},
    {"css/cover.css", css_cover_css, sizeof css_cover_css},
    {"css/desk.css", css_desk_css, sizeof css_desk_css},
    {"css/dialog.css", css_dialog_css, sizeof css_dialog_css},
    {"css/ending.css", css_ending_css, sizeof css_ending_css},
    {"css/first-hint.css", css_first_hint_css, sizeof css_first_hint_css},
    {"css/index.css", css_index_css, sizeof css_index_css},
    {"css/key-list.css", css_key_list_css, sizeof css_key_list_css},
    {"css/name-line.css", css_name_line_css, sizeof css_name_line_css},
    {"css/now-strip.css", css_now_strip_css, sizeof css_now_strip_css},
    {"css/page-footer.css", css_page_footer_css, sizeof css_page_footer_css},
    {"css/panels.css", css_panels_css, sizeof css_panels_css},
    {"css/past-rounds.css", css_past_rounds_css, sizeof css_past_rounds_css},
    {"css/past.css", css_past_css, sizeof css_past_css},
    {"css/person.css", css_person_css, sizeof css_person_css},
    {"css/poll-ballot.css", css_poll_ballot_css, sizeof css_poll_ballot_css},
    {"css/poll-board.css", css_poll_board_css, sizeof css_poll_board_css},
    {"css/poll-card.css", css_poll_card_css, sizeof css_poll_card_css},
    {"css/poll-chart.css", css_poll_chart_css, sizeof css_poll_chart_css},
    {"css/poll-editor.css", css_poll_editor_css, sizeof css_poll_editor_css},
    {"css/poll-scene.css", css_poll_scene_css, sizeof css_poll_scene_css},
    {"css/poll-steering.css", css_poll_steering_css, sizeof css_poll_steering_css},
    {"css/prose.css", css_prose_css, sizeof css_prose_css},
    {"css/publication.css", css_publication_css, sizeof css_publication_css},
    {"css/question-card.css", css_question_card_css, sizeof css_question_card_css},
    {"css/question-list.css", css_question_list_css, sizeof css_question_list_css},
    {"css/reading.css", css_reading_css, sizeof css_reading_css},
    {"css/reset.css", css_reset_css, sizeof css_reset_css},
    {"css/room-bar.css", css_room_bar_css, sizeof css_room_bar_css},
    {"css/room-head.css", css_room_head_css, sizeof css_room_head_css},
    {"css/room-notices.css", css_room_notices_css, sizeof css_room_notices_css},
    {"css/room.css", css_room_css, sizeof css_room_css},
    {"css/screen.css", css_screen_css, sizeof css_screen_css},
    {"css/speaking-queue.css", css_speaking_queue_css, sizeof css_speaking_queue_css},
    {"css/stage-overlay.css", css_stage_overlay_css, sizeof css_stage_overlay_css},
    {"css/stage-scenes.css", css_stage_scenes_css, sizeof css_stage_scenes_css},
    {"css/stage.css", css_stage_css, sizeof css_stage_css},
    {"css/talk.css", css_talk_css, sizeof css_talk_css},
    {"css/tokens.css", css_tokens_css, sizeof css_tokens_css},
    {"css/utilities.css", css_utilities_css, sizeof css_utilities_css},
    {"i18n/de.admin.json", i18n_de_admin_json, sizeof i18n_de_admin_json},
    {"i18n/de.chair.json", i18n_de_chair_json, sizeof i18n_de_chair_json},
    {"i18n/de.json", i18n_de_json, sizeof i18n_de_json},
    {"i18n/de.mine.json", i18n_de_mine_json, sizeof i18n_de_mine_json},
    {"i18n/de.past.json", i18n_de_past_json, sizeof i18n_de_past_json},
    {"i18n/de.record.json", i18n_de_record_json, sizeof i18n_de_record_json},
    {"i18n/de.stage.json", i18n_de_stage_json, sizeof i18n_de_stage_json},
    {"i18n/de.talk.json", i18n_de_talk_json, sizeof i18n_de_talk_json},
    {"i18n/en.admin.json", i18n_en_admin_json, sizeof i18n_en_admin_json},
    {"i18n/en.chair.json", i18n_en_chair_json, sizeof i18n_en_chair_json},
    {"i18n/en.json", i18n_en_json, sizeof i18n_en_json},
    {"i18n/en.mine.json", i18n_en_mine_json, sizeof i18n_en_mine_json},
    {"i18n/en.past.json", i18n_en_past_json, sizeof i18n_en_past_json},
    {"i18n/en.record.json", i18n_en_record_json, sizeof i18n_en_record_json},
    {"i18n/en.stage.json", i18n_en_stage_json, sizeof i18n_en_stage_json},
    {"i18n/en.talk.json", i18n_en_talk_json, sizeof i18n_en_talk_json},
    {"icons/icon.svg", icons_icon_svg, sizeof icons_icon_svg},
    {"icons/maskable.svg", icons_maskable_svg, sizeof icons_maskable_svg},
    {"icons/touch.png", icons_touch_png, sizeof icons_touch_png},
    {"index.html", index_html, sizeof index_html},
    {"js/core/agenda.js", js_core_agenda_js, sizeof js_core_agenda_js},
    {"js/core/ballots.js", js_core_ballots_js, sizeof js_core_ballots_js},
    {"js/core/chatting.js", js_core_chatting_js, sizeof js_core_chatting_js},
    {"js/core/comparing.js", js_core_comparing_js, sizeof js_core_comparing_js},
    {"js/core/digest.js", js_core_digest_js, sizeof js_core_digest_js},
    {"js/core/identity.js", js_core_identity_js, sizeof js_core_identity_js},
    {"js/core/keymap.js", js_core_keymap_js, sizeof js_core_keymap_js},
    {"js/core/links.js", js_core_links_js, sizeof js_core_links_js},
    {"js/core/net.js", js_core_net_js, sizeof js_core_net_js},
    {"js/core/outbox.js", js_core_outbox_js, sizeof js_core_outbox_js},
    {"js/core/overlay.js", js_core_overlay_js, sizeof js_core_overlay_js},
    {"js/core/poll-line.js", js_core_poll_line_js, sizeof js_core_poll_line_js},
    {"js/core/polls.js", js_core_polls_js, sizeof js_core_polls_js},
    {"js/core/prose.js", js_core_prose_js, sizeof js_core_prose_js},
    {"js/core/protocol.js", js_core_protocol_js, sizeof js_core_protocol_js},
    {"js/core/queue.js", js_core_queue_js, sizeof js_core_queue_js},
    {"js/core/ranking.js", js_core_ranking_js, sizeof js_core_ranking_js},
    {"js/core/reduce.js", js_core_reduce_js, sizeof js_core_reduce_js},
    {"js/core/refusals.js", js_core_refusals_js, sizeof js_core_refusals_js},
    {"js/core/results.js", js_core_results_js, sizeof js_core_results_js},
    {"js/core/session.js", js_core_session_js, sizeof js_core_session_js},
    {"js/core/storage.js", js_core_storage_js, sizeof js_core_storage_js},
    {"js/core/stream.js", js_core_stream_js, sizeof js_core_stream_js},
    {"js/core/talk.js", js_core_talk_js, sizeof js_core_talk_js},
    {"js/core/text.js", js_core_text_js, sizeof js_core_text_js},
    {"js/core/way.js", js_core_way_js, sizeof js_core_way_js},
    {"js/core/zone.js", js_core_zone_js, sizeof js_core_zone_js},
    {"js/pages/about.js", js_pages_about_js, sizeof js_pages_about_js},
    {"js/pages/acts.js", js_pages_acts_js, sizeof js_pages_acts_js},
    {"js/pages/admin.js", js_pages_admin_js, sizeof js_pages_admin_js},
    {"js/pages/common.js", js_pages_common_js, sizeof js_pages_common_js},
    {"js/pages/index.js", js_pages_index_js, sizeof js_pages_index_js},
    {"js/pages/line.js", js_pages_line_js, sizeof js_pages_line_js},
    {"js/pages/news.js", js_pages_news_js, sizeof js_pages_news_js},
    {"js/pages/offline.js", js_pages_offline_js, sizeof js_pages_offline_js},
    {"js/pages/parts.js", js_pages_parts_js, sizeof js_pages_parts_js},
    {"js/pages/record.js", js_pages_record_js, sizeof js_pages_record_js},
    {"js/pages/room.js", js_pages_room_js, sizeof js_pages_room_js},
    {"js/pages/stage.js", js_pages_stage_js, sizeof js_pages_stage_js},
    {"js/pages/talk.js", js_pages_talk_js, sizeof js_pages_talk_js},
    {"js/pages/watching.js", js_pages_watching_js, sizeof js_pages_watching_js},
    {"js/ui/announce.js", js_ui_announce_js, sizeof js_ui_announce_js},
    {"js/ui/awake.js", js_ui_awake_js, sizeof js_ui_awake_js},
    {"js/ui/copy.js", js_ui_copy_js, sizeof js_ui_copy_js},
    {"js/ui/dialog.js", js_ui_dialog_js, sizeof js_ui_dialog_js},
    {"js/ui/dom.js", js_ui_dom_js, sizeof js_ui_dom_js},
    {"js/ui/download.js", js_ui_download_js, sizeof js_ui_download_js},
    {"js/ui/field.js", js_ui_field_js, sizeof js_ui_field_js},
    {"js/ui/focus.js", js_ui_focus_js, sizeof js_ui_focus_js},
    {"js/ui/freeze.js", js_ui_freeze_js, sizeof js_ui_freeze_js},
    {"js/ui/i18n.js", js_ui_i18n_js, sizeof js_ui_i18n_js},
    {"js/ui/keyed.js", js_ui_keyed_js, sizeof js_ui_keyed_js},
    {"js/ui/keys.js", js_ui_keys_js, sizeof js_ui_keys_js},
    {"js/ui/schedule.js", js_ui_schedule_js, sizeof js_ui_schedule_js},
    {"js/ui/ticking.js", js_ui_ticking_js, sizeof js_ui_ticking_js},
    {"js/views/acts.js", js_views_acts_js, sizeof js_views_acts_js},
    {"js/views/adding.js", js_views_adding_js, sizeof js_views_adding_js},
    {"js/views/admin-meeting.js", js_views_admin_meeting_js, sizeof js_views_admin_meeting_js},
    {"js/views/admin-records.js", js_views_admin_records_js, sizeof js_views_admin_records_js},
    {"js/views/admin-times.js", js_views_admin_times_js, sizeof js_views_admin_times_js},
    {"js/views/agenda-editor.js", js_views_agenda_editor_js, sizeof js_views_agenda_editor_js},
    {"js/views/agenda-form.js", js_views_agenda_form_js, sizeof js_views_agenda_form_js},
    {"js/views/agenda-row.js", js_views_agenda_row_js, sizeof js_views_agenda_row_js},
    {"js/views/agenda.js", js_views_agenda_js, sizeof js_views_agenda_js},
    {"js/views/announcement.js", js_views_announcement_js, sizeof js_views_announcement_js},
    {"js/views/announcing.js", js_views_announcing_js, sizeof js_views_announcing_js},
    {"js/views/asking.js", js_views_asking_js, sizeof js_views_asking_js},
    {"js/views/backstage.js", js_views_backstage_js, sizeof js_views_backstage_js},
    {"js/views/behalf.js", js_views_behalf_js, sizeof js_views_behalf_js},
    {"js/views/calls.js", js_views_calls_js, sizeof js_views_calls_js},
    {"js/views/card.js", js_views_card_js, sizeof js_views_card_js},
    {"js/views/chair.js", js_views_chair_js, sizeof js_views_chair_js},
    {"js/views/chairing.js", js_views_chairing_js, sizeof js_views_chairing_js},
    {"js/views/chat-steering.js", js_views_chat_steering_js, sizeof js_views_chat_steering_js},
    {"js/views/chat.js", js_views_chat_js, sizeof js_views_chat_js},
    {"js/views/composer.js", js_views_composer_js, sizeof js_views_composer_js},
    {"js/views/copying.js", js_views_copying_js, sizeof js_views_copying_js},
    {"js/views/countdown.js", js_views_countdown_js, sizeof js_views_countdown_js},
    {"js/views/desk.js", js_views_desk_js, sizeof js_views_desk_js},
    {"js/views/downloads.js", js_views_downloads_js, sizeof js_views_downloads_js},
    {"js/views/ending.js", js_views_ending_js, sizeof js_views_ending_js},
    {"js/views/entry.js", js_views_entry_js, sizeof js_views_entry_js},
    {"js/views/filter.js", js_views_filter_js, sizeof js_views_filter_js},
    {"js/views/floor.js", js_views_floor_js, sizeof js_views_floor_js},
    {"js/views/footer.js", js_views_footer_js, sizeof js_views_footer_js},
    {"js/views/frame.js", js_views_frame_js, sizeof js_views_frame_js},
    {"js/views/guide.js", js_views_guide_js, sizeof js_views_guide_js},
    {"js/views/hand.js", js_views_hand_js, sizeof js_views_hand_js},
    {"js/views/head.js", js_views_head_js, sizeof js_views_head_js},
    {"js/views/key-help.js", js_views_key_help_js, sizeof js_views_key_help_js},
    {"js/views/language.js", js_views_language_js, sizeof js_views_language_js},
    {"js/views/later.js", js_views_later_js, sizeof js_views_later_js},
    {"js/views/message.js", js_views_message_js, sizeof js_views_message_js},
    {"js/views/mine.js", js_views_mine_js, sizeof js_views_mine_js},
    {"js/views/moderation.js", js_views_moderation_js, sizeof js_views_moderation_js},
    {"js/views/naming.js", js_views_naming_js, sizeof js_views_naming_js},
    {"js/views/notices.js", js_views_notices_js, sizeof js_views_notices_js},
    {"js/views/ordering.js", js_views_ordering_js, sizeof js_views_ordering_js},
    {"js/views/own-hand.js", js_views_own_hand_js, sizeof js_views_own_hand_js},
    {"js/views/past-rounds.js", js_views_past_rounds_js, sizeof js_views_past_rounds_js},
    {"js/views/people.js", js_views_people_js, sizeof js_views_people_js},
    {"js/views/person-acts.js", js_views_person_acts_js, sizeof js_views_person_acts_js},
    {"js/views/poll-answers.js", js_views_poll_answers_js, sizeof js_views_poll_answers_js},
    {"js/views/poll-ballot.js", js_views_poll_ballot_js, sizeof js_views_poll_ballot_js},
    {"js/views/poll-bar.js", js_views_poll_bar_js, sizeof js_views_poll_bar_js},
    {"js/views/poll-card.js", js_views_poll_card_js, sizeof js_views_poll_card_js},
    {"js/views/poll-chart.js", js_views_poll_chart_js, sizeof js_views_poll_chart_js},
    {"js/views/poll-choices.js", js_views_poll_choices_js, sizeof js_views_poll_choices_js},
    {"js/views/poll-compare.js", js_views_poll_compare_js, sizeof js_views_poll_compare_js},
    {"js/views/poll-editor.js", js_views_poll_editor_js, sizeof js_views_poll_editor_js},
    {"js/views/poll-hints.js", js_views_poll_hints_js, sizeof js_views_poll_hints_js},
    {"js/views/poll-launcher.js", js_views_poll_launcher_js, sizeof js_views_poll_launcher_js},
    {"js/views/poll-ordering.js", js_views_poll_ordering_js, sizeof js_views_poll_ordering_js},
    {"js/views/poll-result.js", js_views_poll_result_js, sizeof js_views_poll_result_js},
    {"js/views/poll-steering.js", js_views_poll_steering_js, sizeof js_views_poll_steering_js},
    {"js/views/poll-taps.js", js_views_poll_taps_js, sizeof js_views_poll_taps_js},
    {"js/views/poll-texts.js", js_views_poll_texts_js, sizeof js_views_poll_texts_js},
    {"js/views/poll-timer.js", js_views_poll_timer_js, sizeof js_views_poll_timer_js},
    {"js/views/poll-words.js", js_views_poll_words_js, sizeof js_views_poll_words_js},
    {"js/views/polls.js", js_views_polls_js, sizeof js_views_polls_js},
    {"js/views/post.js", js_views_post_js, sizeof js_views_post_js},
    {"js/views/prose.js", js_views_prose_js, sizeof js_views_prose_js},
    {"js/views/publication.js", js_views_publication_js, sizeof js_views_publication_js},
    {"js/views/question-times.js", js_views_question_times_js, sizeof js_views_question_times_js},
    {"js/views/questions.js", js_views_questions_js, sizeof js_views_questions_js},
    {"js/views/queue.js", js_views_queue_js, sizeof js_views_queue_js},
    {"js/views/rules.js", js_views_rules_js, sizeof js_views_rules_js},
    {"js/views/section.js", js_views_section_js, sizeof js_views_section_js},
    {"js/views/shortcuts.js", js_views_shortcuts_js, sizeof js_views_shortcuts_js},
    {"js/views/stage-agenda.js", js_views_stage_agenda_js, sizeof js_views_stage_agenda_js},
    {"js/views/stage-control.js", js_views_stage_control_js, sizeof js_views_stage_control_js},
    {"js/views/stage-list.js", js_views_stage_list_js, sizeof js_views_stage_list_js},
    {"js/views/stage-overlay.js", js_views_stage_overlay_js, sizeof js_views_stage_overlay_js},
    {"js/views/stage-poll.js", js_views_stage_poll_js, sizeof js_views_stage_poll_js},
    {"js/views/stage-speaker.js", js_views_stage_speaker_js, sizeof js_views_stage_speaker_js},
    {"js/views/stage.js", js_views_stage_js, sizeof js_views_stage_js},
    {"js/views/strip.js", js_views_strip_js, sizeof js_views_strip_js},
    {"js/views/toolbox.js", js_views_toolbox_js, sizeof js_views_toolbox_js},
    {"js/views/writing.js", js_views_writing_js, sizeof js_views_writing_js},
    {"record.html", record_html, sizeof record_html},
    {"room.html", room_html, sizeof room_html},
    {"stage.html", stage_html, sizeof stage_html},
    {"sw.js", sw_js, sizeof sw_js},
    {"texts/accessibility.de.txt", texts_accessibility_de_txt, sizeof texts_accessibility_de_txt},
    {"texts/accessibility.en.txt", texts_accessibility_en_txt, sizeof texts_accessibility_en_txt},
    {"texts/help.de.txt", texts_help_de_txt, sizeof texts_help_de_txt},
    {"texts/help.en.txt", texts_help_en_txt, sizeof texts_help_en_txt},
    {"texts/imprint.de.txt", texts_imprint_de_txt, sizeof texts_imprint_de_txt},
    {"texts/imprint.en.txt", texts_imprint_en_txt, sizeof texts_imprint_en_txt},
    {"texts/privacy.de.txt", texts_privacy_de_txt, sizeof texts_privacy_de_txt},
    {"texts/privacy.en.txt", texts_privacy_en_txt, sizeof texts_privacy_en_txt},
};

size_t kr_embedded_file_count(void) { return sizeof files / sizeof files[0]; }

struct kr_embedded_file kr_embedded_file_at(size_t index) { return files[index]; }
