import CServerShim

/// One file of the page, as it was when the program was built.
package struct EmbeddedFile: Sendable {
  /// Where it lies below `web/`, such as `css/index.css`.
  package let path: String
  package let bytes: [UInt8]
}

/// Every file below `web/`; which they are is listed in `CServerShim/EmbeddedFiles.c`.
package let embeddedFiles: [EmbeddedFile] = (0..<kr_embedded_file_count()).map { index in
  let file = kr_embedded_file_at(index)
  let bytes = UnsafeBufferPointer(start: file.bytes, count: file.length)
  return EmbeddedFile(path: String(cString: file.path), bytes: Array(bytes))
}
