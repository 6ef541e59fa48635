#ifndef KAFFEERUNDE_SERVER_SHIM_H
#define KAFFEERUNDE_SERVER_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct lws;
struct lws_context;
struct lws_vhost;

/* ---- The loop: libev, with libwebsockets as its guest (Loop.c) ---- */

struct kr_loop;

/* What the loop tells its owner, always on the thread that runs it. */
struct kr_loop_events {
  void *owner;
  void (*accepted)(void *owner, int fd); /* an open, non-blocking TCP connection: yours to close */
  void (*woken)(void *owner);
  void (*alarm)(void *owner);
  void (*beat)(void *owner); /* every so many seconds */
  void (*ready)(void *owner, uint64_t number); /* what a watch waited for */
};

/* A loop that watches wake_fd, an eventfd that stays its owner's; NULL when the system refuses. */
struct kr_loop *kr_loop_create(struct kr_loop_events events, int wake_fd, double beat_seconds);
void kr_loop_run(struct kr_loop *loop);
void kr_loop_stop(struct kr_loop *loop);
/* Fires `alarm` once, in so many seconds, instead of any set before; negative: never. */
void kr_loop_set_alarm(struct kr_loop *loop, double seconds);
/* Accepts on fd, which the loop owns from now on, until kr_loop_stop_listening. */
void kr_loop_listen(struct kr_loop *loop, int fd);
void kr_loop_stop_listening(struct kr_loop *loop);
/* Destroys the guest (may be NULL), with its last callbacks, and then the loop. */
void kr_loop_destroy(struct kr_loop *loop, struct lws_context *context);

/* Waits for a descriptor that the guest has been told to leave alone; NULL without memory. */
struct kr_watch;
enum kr_wait { KR_WAIT_TO_SEND, KR_WAIT_TO_RECEIVE };
/* Calls `ready` with the number, again and again, while it can be done. */
struct kr_watch *kr_watch_start(struct kr_loop *loop, int fd, enum kr_wait what, uint64_t number);
/* Must come before the descriptor is closed. */
void kr_watch_stop(struct kr_watch *watch);

/* A descriptor that any thread may write to; negative when none is left. */
int kr_wake_create(void);
/* Fails only when the counter is full, and then the loop has been woken already. */
void kr_wake(int fd);

/* ---- libwebsockets, set up as this server wants it (Context.c) ---- */

/* Called for every event of every connection; `reason` is an enum lws_callback_reasons. */
typedef int kr_callback(void *owner, struct lws *wsi, int reason, void *in, size_t length);
typedef void kr_log(void *owner, bool is_error, const char *line);

/* NULL when the library refuses, which without its libev plugin it always does. */
struct lws_context *kr_context_create(
    struct kr_loop *loop, kr_callback *callback, kr_log *log, bool with_tls);
struct lws_vhost *kr_vhost_create(struct kr_loop *loop, struct lws_context *context);
/* Puts a header on the answers that the library makes itself, if the vhost is made after it. */
void kr_add_header(struct kr_loop *loop, const char *name, const char *value);

/* Hands bytes to the kernel as they are; what it does not take, the library copies. < 0: broken. */
int kr_write(struct lws *wsi, const uint8_t *bytes, size_t length);
/* Lets the library close this connection soon, from its own loop and without any farewell. */
void kr_close_soon(struct lws *wsi);
/* Whether a close frame has been sent, received or prepared. */
bool kr_is_closing(struct lws *wsi);
struct lws *kr_connect(
    struct lws_context *context, struct lws_vhost *vhost, const char *host, int port,
    const char *path, const char *host_header, const char *origin, bool tls);

/* ---- Plain sockets (Net.c) ---- */

/* A listening socket, or the negative errno; -1000 for a host that is no address. */
int kr_listen(const char *host, int port);
int kr_local_port(int fd);
/* Bounds what the kernel keeps for a peer that does not read, and how long. */
void kr_prepare(int fd, int send_buffer_bytes, int dead_after_milliseconds);
/* Writes the peer's address without its port; an empty text when there is none. */
void kr_peer(int fd, char *text, size_t size);
/* What the kernel took of these bytes; negative when the connection is broken. */
long kr_send(int fd, const uint8_t *bytes, size_t length);
void kr_finish_sending(int fd);
/* Forgets what is unread, so that closing does not reset what was sent; false: nothing follows. */
bool kr_forget_unread(int fd);
/* Cuts a connection without waiting for anybody. */
void kr_cut(int fd);

/* ---- The page (EmbeddedFiles.c) ---- */

struct kr_embedded_file {
  const char *path; /* below web/ */
  const uint8_t *bytes;
  size_t length;
};
size_t kr_embedded_file_count(void);
struct kr_embedded_file kr_embedded_file_at(size_t index);

#endif
