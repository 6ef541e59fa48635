/* What Swift cannot say to libwebsockets 4.1: LWS_PRE, LWS_WRITE_RAW, or-ed option macros, and
   structures that must outlive the call. */

#include "Loop.h"

#include <libwebsockets.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The library has one log for the whole process; a line belongs to the loop of its thread. */
static _Thread_local struct kr_loop *current;

void kr_log_to(struct kr_loop *loop) { current = loop; }

static void on_log(int level, const char *line) {
  if (current) current->log(current->events.owner, level == LLL_ERR, line);
}

static void set_log(void) { lws_set_log_level(LLL_ERR | LLL_WARN, on_log); }

static int on_event(
    struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t length) {
  struct kr_loop *loop = lws_context_user(lws_get_context(wsi));
  return loop->callback(loop->events.owner, wsi, reason, in, length);
}

static const struct lws_protocols protocols[] = {
    {.name = "kaffeerunde.v1",
     .callback = on_event,
     .rx_buffer_size = 512,           /* kept for every connection */
     .tx_packet_size = 256 * 1024},   /* else every send is cut at rx_buffer_size */
    {0}};

/* The library's own pings live in one sorted list, which costs a tenth of a core at 10,000
   connections: we ping ourselves. */
static const lws_retry_bo_t no_validity = {.secs_since_valid_ping = 0,
                                           .secs_since_valid_hangup = 0};

static pthread_mutex_t making = PTHREAD_MUTEX_INITIALIZER;

struct lws_context *kr_context_create(
    struct kr_loop *loop, kr_callback *callback, kr_log *log, bool with_tls) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, set_log);
  loop->callback = callback;
  loop->log = log;
  kr_log_to(loop);

  void *foreign[] = {loop->ev};
  struct lws_context_creation_info info = {
      .port = CONTEXT_PORT_NO_LISTEN_SERVER,
      .options = LWS_SERVER_OPTION_LIBEV | LWS_SERVER_OPTION_EXPLICIT_VHOSTS
                 | LWS_SERVER_OPTION_VALIDATE_UTF8 | LWS_SERVER_OPTION_SKIP_SERVER_CANONICAL_NAME
                 | LWS_SERVER_OPTION_JUST_USE_RAW_ORIGIN
                 | (with_tls ? LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT : 0),
      .foreign_loops = foreign,
      .user = loop,
      .gid = -1,
      .uid = -1,
      .pt_serv_buf_size = 16 * 1024,
      .max_http_header_data = 8 * 1024,
      .timeout_secs = 10,
      .retry_and_idle_policy = &no_validity,
  };
  pthread_mutex_lock(&making); /* loading the plugin is not safe on two threads */
  struct lws_context *context = lws_create_context(&info);
  pthread_mutex_unlock(&making);
  return context;
}

void kr_add_header(struct kr_loop *loop, const char *name, const char *value) {
  size_t name_size = strlen(name) + 2, value_size = strlen(value) + 1;
  struct lws_protocol_vhost_options *header = calloc(1, sizeof *header + name_size + value_size);
  if (!header) return;
  char *text = (char *)(header + 1);
  snprintf(text, name_size, "%s:", name); /* the library wants the colon */
  memcpy(text + name_size, value, value_size);
  header->name = text;
  header->value = text + name_size;
  header->next = loop->headers;
  loop->headers = header;
}

void kr_free_headers(struct kr_loop *loop) {
  const struct lws_protocol_vhost_options *header = loop->headers, *next;
  for (; header; header = next) {
    next = header->next;
    free((void *)header);
  }
  loop->headers = NULL;
}

struct lws_vhost *kr_vhost_create(struct kr_loop *loop, struct lws_context *context) {
  struct lws_context_creation_info info = {
      .port = CONTEXT_PORT_NO_LISTEN_SERVER,
      .vhost_name = "kaffeerunde",
      .protocols = protocols,
      .headers = loop->headers,
      .alpn = "http/1.1",
      .timeout_secs = 10,
      .retry_and_idle_policy = &no_validity,
      .options = LWS_SERVER_OPTION_VALIDATE_UTF8,
      .max_http_header_data = 8 * 1024,
  };
  return lws_create_vhost(context, &info);
}

int kr_write(struct lws *wsi, const uint8_t *bytes, size_t length) {
  return lws_write(wsi, (unsigned char *)bytes, length, LWS_WRITE_RAW);
}

void kr_close_soon(struct lws *wsi) {
  lws_set_timeout(wsi, PENDING_TIMEOUT_USER_REASON_BASE, LWS_TO_KILL_ASYNC);
  lws_cancel_service(lws_get_context(wsi));
}

bool kr_is_closing(struct lws *wsi) { return lws_get_close_length(wsi) > 0; }

struct lws *kr_connect(
    struct lws_context *context, struct lws_vhost *vhost, const char *host, int port,
    const char *path, const char *host_header, const char *origin, bool tls) {
  struct lws_client_connect_info info = {
      .context = context,
      .vhost = vhost,
      .address = host,
      .port = port,
      .path = path,
      .host = host_header,
      .origin = origin,
      .protocol = protocols[0].name,
      .local_protocol_name = protocols[0].name,
      .ietf_version_or_minus_one = -1,
      .ssl_connection = tls ? LCCSCF_USE_SSL : 0,
      .alpn = "http/1.1",
      .retry_and_idle_policy = &no_validity,
  };
  return lws_client_connect_via_info(&info);
}
