/* Plain sockets: what of <netdb.h> and <sys/socket.h> is a nuisance in Swift. */

#define _GNU_SOURCE
#include "CServerShim.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int kr_listen(const char *host, int port) {
  char service[16];
  snprintf(service, sizeof service, "%d", port);
  struct addrinfo hints = {.ai_flags = AI_PASSIVE | AI_NUMERICSERV, .ai_socktype = SOCK_STREAM};
  struct addrinfo *found;
  if (getaddrinfo(host, service, &hints, &found) != 0) return -1000;
  int on = 1, result = -1;
  int fd = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd >= 0) {
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, found->ai_addr, found->ai_addrlen) == 0 && listen(fd, 1024) == 0) result = fd;
  }
  if (result < 0) {
    result = -errno;
    if (fd >= 0) close(fd);
  }
  freeaddrinfo(found);
  return result;
}

int kr_local_port(int fd) {
  struct sockaddr_storage address;
  socklen_t size = sizeof address;
  if (getsockname(fd, (struct sockaddr *)&address, &size) != 0) return 0;
  return ntohs(
      address.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&address)->sin6_port
                                    : ((struct sockaddr_in *)&address)->sin_port);
}

void kr_prepare(int fd, int send_buffer_bytes, int dead_after_milliseconds) {
  int on = 1;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
  setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &send_buffer_bytes, sizeof send_buffer_bytes);
  setsockopt(
      fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &dead_after_milliseconds, sizeof dead_after_milliseconds);
}

void kr_peer(int fd, char *text, size_t size) {
  struct sockaddr_storage address;
  socklen_t length = sizeof address;
  text[0] = 0;
  if (getpeername(fd, (struct sockaddr *)&address, &length) == 0)
    getnameinfo((struct sockaddr *)&address, length, text, size, NULL, 0, NI_NUMERICHOST);
}

long kr_send(int fd, const uint8_t *bytes, size_t length) {
  ssize_t sent = send(fd, bytes, length, MSG_DONTWAIT | MSG_NOSIGNAL);
  return sent < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : sent;
}

void kr_finish_sending(int fd) { shutdown(fd, SHUT_WR); }

bool kr_forget_unread(int fd) {
  char unread[4096];
  ssize_t length = 1;
  /* A bound, so that nobody who sends without end keeps everybody else waiting. */
  for (int i = 0; i < 64 && length > 0; i++) length = recv(fd, unread, sizeof unread, MSG_DONTWAIT);
  return length > 0 || (length < 0 && (errno == EAGAIN || errno == EINTR));
}

void kr_cut(int fd) {
  struct linger at_once = {.l_onoff = 1, .l_linger = 0};
  setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  shutdown(fd, SHUT_RDWR);
}
