#ifndef KAFFEERUNDE_LOOP_H
#define KAFFEERUNDE_LOOP_H

#include "CServerShim.h"

#include <ev.h>

struct lws_protocol_vhost_options;

struct kr_loop {
  struct ev_loop *ev;
  struct kr_loop_events events;
  kr_callback *callback;
  kr_log *log;
  struct lws_protocol_vhost_options *headers; /* owned, with what they point to */
  ev_io wake;
  ev_io listener;
  ev_timer alarm;
  ev_timer beat;
};

/* Whose log the library's lines on this thread are for. */
void kr_log_to(struct kr_loop *loop);
void kr_free_headers(struct kr_loop *loop);

#endif
