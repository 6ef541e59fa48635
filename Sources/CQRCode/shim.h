#include <qrcodegen.h>

/* The macro is too much arithmetic for an importer. */
enum { kr_qr_buffer_length = qrcodegen_BUFFER_LEN_MAX };
