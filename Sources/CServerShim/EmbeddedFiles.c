/* Every file of web/ that browsers load: the program carries the page inside itself.
   A new file is one line here; a test compares this list with the folder. */

#pragma clang diagnostic ignored "-Wc23-extensions"

#include "CServerShim.h"

static const uint8_t admin_html[] = {
#embed "../../web/admin.html"
};
static const uint8_t css_admin_meeting_css[] = {
#embed "../../web/css/admin-meeting.css"
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
static const uint8_t css_controls_css[] = {
#embed "../../web/css/controls.css"
};
static const uint8_t css_cover_css[] = {
#embed "../../web/css/cover.css"
};
static const uint8_t css_dialog_css[] = {
#embed "../../web/css/dialog.css"
};
static const uint8_t css_index_css[] = {
#embed "../../web/css/index.css"
};
static const uint8_t css_name_line_css[] = {
#embed "../../web/css/name-line.css"
};
static const uint8_t css_panels_css[] = {
#embed "../../web/css/panels.css"
};
static const uint8_t css_question_card_css[] = {
#embed "../../web/css/question-card.css"
};
static const uint8_t css_question_list_css[] = {
#embed "../../web/css/question-list.css"
};
static const uint8_t css_reset_css[] = {
#embed "../../web/css/reset.css"
};
static const uint8_t css_room_head_css[] = {
#embed "../../web/css/room-head.css"
};
static const uint8_t css_room_notices_css[] = {
#embed "../../web/css/room-notices.css"
};
static const uint8_t css_stage_css[] = {
#embed "../../web/css/stage.css"
};
static const uint8_t css_tokens_css[] = {
#embed "../../web/css/tokens.css"
};
static const uint8_t css_utilities_css[] = {
#embed "../../web/css/utilities.css"
};
static const uint8_t i18n_de_json[] = {
#embed "../../web/i18n/de.json"
};
static const uint8_t i18n_en_json[] = {
#embed "../../web/i18n/en.json"
};
static const uint8_t icons_icon_svg[] = {
#embed "../../web/icons/icon.svg"
};
static const uint8_t index_html[] = {
#embed "../../web/index.html"
};
static const uint8_t js_core_digest_js[] = {
#embed "../../web/js/core/digest.js"
};
static const uint8_t js_core_identity_js[] = {
#embed "../../web/js/core/identity.js"
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
static const uint8_t js_core_protocol_js[] = {
#embed "../../web/js/core/protocol.js"
};
static const uint8_t js_core_ranking_js[] = {
#embed "../../web/js/core/ranking.js"
};
static const uint8_t js_core_reduce_js[] = {
#embed "../../web/js/core/reduce.js"
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
static const uint8_t js_core_text_js[] = {
#embed "../../web/js/core/text.js"
};
static const uint8_t js_core_way_js[] = {
#embed "../../web/js/core/way.js"
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
static const uint8_t js_pages_room_js[] = {
#embed "../../web/js/pages/room.js"
};
static const uint8_t js_pages_stage_js[] = {
#embed "../../web/js/pages/stage.js"
};
static const uint8_t js_ui_announce_js[] = {
#embed "../../web/js/ui/announce.js"
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
static const uint8_t js_ui_schedule_js[] = {
#embed "../../web/js/ui/schedule.js"
};
static const uint8_t js_views_card_js[] = {
#embed "../../web/js/views/card.js"
};
static const uint8_t js_views_chair_js[] = {
#embed "../../web/js/views/chair.js"
};
static const uint8_t js_views_composer_js[] = {
#embed "../../web/js/views/composer.js"
};
static const uint8_t js_views_copying_js[] = {
#embed "../../web/js/views/copying.js"
};
static const uint8_t js_views_downloads_js[] = {
#embed "../../web/js/views/downloads.js"
};
static const uint8_t js_views_head_js[] = {
#embed "../../web/js/views/head.js"
};
static const uint8_t js_views_language_js[] = {
#embed "../../web/js/views/language.js"
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
static const uint8_t js_views_questions_js[] = {
#embed "../../web/js/views/questions.js"
};
static const uint8_t js_views_section_js[] = {
#embed "../../web/js/views/section.js"
};
static const uint8_t js_views_stage_js[] = {
#embed "../../web/js/views/stage.js"
};
static const uint8_t room_html[] = {
#embed "../../web/room.html"
};
static const uint8_t stage_html[] = {
#embed "../../web/stage.html"
};

static const struct kr_embedded_file files[] = {
    {"admin.html", admin_html, sizeof admin_html},
    {"css/admin-meeting.css", css_admin_meeting_css, sizeof css_admin_meeting_css},
    {"css/ask-dock.css", css_ask_dock_css, sizeof css_ask_dock_css},
    {"css/base.css", css_base_css, sizeof css_base_css},
    {"css/chair-bar.css", css_chair_bar_css, sizeof css_chair_bar_css},
    {"css/controls.css", css_controls_css, sizeof css_controls_css},
    {"css/cover.css", css_cover_css, sizeof css_cover_css},
    {"css/dialog.css", css_dialog_css, sizeof css_dialog_css},
    {"css/index.css", css_index_css, sizeof css_index_css},
    {"css/name-line.css", css_name_line_css, sizeof css_name_line_css},
    {"css/panels.css", css_panels_css, sizeof css_panels_css},
    {"css/question-card.css", css_question_card_css, sizeof css_question_card_css},
    {"css/question-list.css", css_question_list_css, sizeof css_question_list_css},
    {"css/reset.css", css_reset_css, sizeof css_reset_css},
    {"css/room-head.css", css_room_head_css, sizeof css_room_head_css},
    {"css/room-notices.css", css_room_notices_css, sizeof css_room_notices_css},
    {"css/stage.css", css_stage_css, sizeof css_stage_css},
    {"css/tokens.css", css_tokens_css, sizeof css_tokens_css},
    {"css/utilities.css", css_utilities_css, sizeof css_utilities_css},
    {"i18n/de.json", i18n_de_json, sizeof i18n_de_json},
    {"i18n/en.json", i18n_en_json, sizeof i18n_en_json},
    {"icons/icon.svg", icons_icon_svg, sizeof icons_icon_svg},
    {"index.html", index_html, sizeof index_html},
    {"js/core/digest.js", js_core_digest_js, sizeof js_core_digest_js},
    {"js/core/identity.js", js_core_identity_js, sizeof js_core_identity_js},
    {"js/core/net.js", js_core_net_js, sizeof js_core_net_js},
    {"js/core/outbox.js", js_core_outbox_js, sizeof js_core_outbox_js},
    {"js/core/overlay.js", js_core_overlay_js, sizeof js_core_overlay_js},
    {"js/core/protocol.js", js_core_protocol_js, sizeof js_core_protocol_js},
    {"js/core/ranking.js", js_core_ranking_js, sizeof js_core_ranking_js},
    {"js/core/reduce.js", js_core_reduce_js, sizeof js_core_reduce_js},
    {"js/core/session.js", js_core_session_js, sizeof js_core_session_js},
    {"js/core/storage.js", js_core_storage_js, sizeof js_core_storage_js},
    {"js/core/stream.js", js_core_stream_js, sizeof js_core_stream_js},
    {"js/core/text.js", js_core_text_js, sizeof js_core_text_js},
    {"js/core/way.js", js_core_way_js, sizeof js_core_way_js},
    {"js/pages/admin.js", js_pages_admin_js, sizeof js_pages_admin_js},
    {"js/pages/common.js", js_pages_common_js, sizeof js_pages_common_js},
    {"js/pages/index.js", js_pages_index_js, sizeof js_pages_index_js},
    {"js/pages/line.js", js_pages_line_js, sizeof js_pages_line_js},
    {"js/pages/news.js", js_pages_news_js, sizeof js_pages_news_js},
    {"js/pages/room.js", js_pages_room_js, sizeof js_pages_room_js},
    {"js/pages/stage.js", js_pages_stage_js, sizeof js_pages_stage_js},
    {"js/ui/announce.js", js_ui_announce_js, sizeof js_ui_announce_js},
    {"js/ui/copy.js", js_ui_copy_js, sizeof js_ui_copy_js},
    {"js/ui/dialog.js", js_ui_dialog_js, sizeof js_ui_dialog_js},
    {"js/ui/dom.js", js_ui_dom_js, sizeof js_ui_dom_js},
    {"js/ui/download.js", js_ui_download_js, sizeof js_ui_download_js},
    {"js/ui/focus.js", js_ui_focus_js, sizeof js_ui_focus_js},
    {"js/ui/freeze.js", js_ui_freeze_js, sizeof js_ui_freeze_js},
    {"js/ui/i18n.js", js_ui_i18n_js, sizeof js_ui_i18n_js},
    {"js/ui/keyed.js", js_ui_keyed_js, sizeof js_ui_keyed_js},
    {"js/ui/schedule.js", js_ui_schedule_js, sizeof js_ui_schedule_js},
    {"js/views/card.js", js_views_card_js, sizeof js_views_card_js},
    {"js/views/chair.js", js_views_chair_js, sizeof js_views_chair_js},
    {"js/views/composer.js", js_views_composer_js, sizeof js_views_composer_js},
    {"js/views/copying.js", js_views_copying_js, sizeof js_views_copying_js},
    {"js/views/downloads.js", js_views_downloads_js, sizeof js_views_downloads_js},
    {"js/views/head.js", js_views_head_js, sizeof js_views_head_js},
    {"js/views/language.js", js_views_language_js, sizeof js_views_language_js},
    {"js/views/moderation.js", js_views_moderation_js, sizeof js_views_moderation_js},
    {"js/views/naming.js", js_views_naming_js, sizeof js_views_naming_js},
    {"js/views/notices.js", js_views_notices_js, sizeof js_views_notices_js},
    {"js/views/questions.js", js_views_questions_js, sizeof js_views_questions_js},
    {"js/views/section.js", js_views_section_js, sizeof js_views_section_js},
    {"js/views/stage.js", js_views_stage_js, sizeof js_views_stage_js},
    {"room.html", room_html, sizeof room_html},
    {"stage.html", stage_html, sizeof stage_html},
};

size_t kr_embedded_file_count(void) { return sizeof files / sizeof files[0]; }

struct kr_embedded_file kr_embedded_file_at(size_t index) { return files[index]; }
