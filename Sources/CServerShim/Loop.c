/* libev's loop, which Swift cannot drive by itself: its watchers are macros over shared fields. */

#define _GNU_SOURCE
#include "Loop.h"

#include <errno.h>
#include <libwebsockets.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

static void on_wake(struct ev_loop *ev, ev_io *watcher, int what) {
  struct kr_loop *loop = watcher->data;
  uint64_t count;
  if (read(watcher->fd, &count, sizeof count) == sizeof count)
    loop->events.woken(loop->events.owner);
}

static void on_alarm(struct ev_loop *ev, ev_timer *watcher, int what) {
  struct kr_loop *loop = watcher->data;
  loop->events.alarm(loop->events.owner);
}

static void on_beat(struct ev_loop *ev, ev_timer *watcher, int what) {
  struct kr_loop *loop = watcher->data;
  /* Accepting paused when descriptors ran out; a beat later it is worth another try. */
  if (loop->listener.fd >= 0 && !ev_is_active(&loop->listener)) ev_io_start(ev, &loop->listener);
  loop->events.beat(loop->events.owner);
}

static void on_connection(struct ev_loop *ev, ev_io *watcher, int what) {
  struct kr_loop *loop = watcher->data;
  /* A bound per turn, so that a flood of newcomers does not starve those who are here. */
  for (int i = 0; i < 64 && ev_is_active(watcher); i++) {
    int fd = accept4(watcher->fd, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd >= 0) {
      loop->events.accepted(loop->events.owner, fd);
      continue;
    }
    if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM)
      ev_io_stop(ev, watcher); /* else the loop would spin until somebody leaves */
    if (errno != EINTR && errno != ECONNABORTED) return;
  }
}

struct kr_loop *kr_loop_create(struct kr_loop_events events, int wake_fd, double beat_seconds) {
  struct kr_loop *loop = calloc(1, sizeof *loop);
  if (!loop) return NULL;
  loop->ev = ev_loop_new(EVBACKEND_EPOLL | EVFLAG_NOENV);
  if (!loop->ev) {
    free(loop);
    return NULL;
  }
  loop->events = events;
  ev_io_init(&loop->wake, on_wake, wake_fd, EV_READ);
  ev_io_init(&loop->listener, on_connection, -1, EV_READ);
  ev_timer_init(&loop->alarm, on_alarm, 0, 0);
  ev_timer_init(&loop->beat, on_beat, beat_seconds, beat_seconds);
  loop->wake.data = loop->listener.data = loop->alarm.data = loop->beat.data = loop;
  ev_io_start(loop->ev, &loop->wake);
  ev_timer_start(loop->ev, &loop->beat);
  return loop;
}

void kr_loop_run(struct kr_loop *loop) {
  kr_log_to(loop);
  ev_run(loop->ev, 0);
}

void kr_loop_stop(struct kr_loop *loop) { ev_break(loop->ev, EVBREAK_ALL); }

void kr_loop_set_alarm(struct kr_loop *loop, double seconds) {
  ev_timer_stop(loop->ev, &loop->alarm);
  if (seconds < 0) return;
  ev_now_update(loop->ev); /* else the time since the turn began would be missing */
  ev_timer_set(&loop->alarm, seconds, 0);
  ev_timer_start(loop->ev, &loop->alarm);
}

struct kr_watch {
  ev_io io;
  struct kr_loop *loop;
  uint64_t number;
};

static void on_ready(struct ev_loop *ev, ev_io *watcher, int what) {
  struct kr_watch *watch = watcher->data;
  struct kr_loop *loop = watch->loop;
  loop->events.ready(loop->events.owner, watch->number);
}

struct kr_watch *kr_watch_start(struct kr_loop *loop, int fd, enum kr_wait what, uint64_t number) {
  struct kr_watch *watch = calloc(1, sizeof *watch);
  if (!watch) return NULL;
  watch->loop = loop;
  watch->number = number;
  ev_io_init(&watch->io, on_ready, fd, what == KR_WAIT_TO_SEND ? EV_WRITE : EV_READ);
  watch->io.data = watch;
  ev_io_start(loop->ev, &watch->io);
  return watch;
}

void kr_watch_stop(struct kr_watch *watch) {
  ev_io_stop(watch->loop->ev, &watch->io);
  free(watch);
}

void kr_loop_listen(struct kr_loop *loop, int fd) {
  ev_io_set(&loop->listener, fd, EV_READ);
  ev_io_start(loop->ev, &loop->listener);
}

void kr_loop_stop_listening(struct kr_loop *loop) {
  if (loop->listener.fd < 0) return;
  ev_io_stop(loop->ev, &loop->listener);
  close(loop->listener.fd);
  ev_io_set(&loop->listener, -1, EV_READ);
}

void kr_loop_destroy(struct kr_loop *loop, struct lws_context *context) {
  kr_log_to(loop);
  kr_loop_stop_listening(loop);
  if (context) lws_context_destroy(context);
  ev_timer_stop(loop->ev, &loop->beat);
  ev_timer_stop(loop->ev, &loop->alarm);
  ev_io_stop(loop->ev, &loop->wake);
  ev_loop_destroy(loop->ev);
  kr_free_headers(loop);
  kr_log_to(NULL);
  free(loop);
}

int kr_wake_create(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void kr_wake(int fd) { (void)eventfd_write(fd, 1); }
