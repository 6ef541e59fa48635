import Foundation
import Testing

@Suite("The sources")
struct TidyTests {
  static let swift = try! SourceTree.files(in: "Sources", ["swift"])
  static let page = try! SourceTree.files(in: "web", ["js", "css", "html", "json"])
  static let everything =
    try! swift + page + SourceTree.files(in: "Sources", ["c", "h"])
    + SourceTree.files(in: "Tests", ["swift", "js", "py"])

  /// Who may import whom: the house's whole plan.
  static let plan: [String: Set<String>] = [
    "MeetingCore": [],
    "SessionHub": ["MeetingCore", "Crypto", "Foundation"],
    "MeetingArchive": ["MeetingCore", "Crypto", "Foundation", "GRDB", "Synchronization"],
    "Transcript": ["MeetingCore", "Foundation"],
    "WebSocketServer": ["CLibwebsockets", "CServerShim", "Glibc", "Synchronization"],
    "MeetingClient": ["WebSocketServer", "Foundation"],
    "QRCode": ["CQRCode"],
    "kaffeerunde": [
      "MeetingCore", "SessionHub", "MeetingArchive", "Transcript", "WebSocketServer",
      "MeetingClient", "QRCode", "ArgumentParser", "Crypto", "Foundation", "Logging",
      "Synchronization",
    ],
  ]

  @Test("import only what the plan of the house allows")
  func imports() {
    for file in Self.swift {
      let foreign = file.imports.subtracting(Self.plan[file.target] ?? [])
      #expect(foreign.isEmpty, "\(file.path) imports \(foreign.sorted())")
    }
    #expect(Set(Self.swift.map(\.target)) == Set(Self.plan.keys))
  }

  @Test("have files of at most 400 lines of at most 100 columns")
  func lengths() {
    // Sentences are data, and the list of the page's files is a list.
    let readable = Self.everything.filter {
      $0.kind != "json" && !$0.path.hasSuffix("EmbeddedFiles.c")
    }
    for file in readable {
      #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count) lines")
      for (number, line) in file.lines.enumerated() where line.count > 100 {
        // Types in a comment and the name of a test cannot be broken.
        if line.contains("/** @") || line.hasPrefix("Deno.test('") { continue }
        Issue.record("\(file.path):\(number + 1) has \(line.count) columns")
      }
    }
  }

  @Test("have functions of at most 50 lines")
  func functions() {
    let functions = Self.swift.flatMap { file in file.functions.map { (file.path, $0) } }
    #expect(functions.count > 200)
    for (path, function) in functions {
      #expect(function.length <= 50, "\(path): \(function.name) has \(function.length) lines")
    }
  }

  @Test("read no clock and throw no dice in the rules and the hub")
  func purity() {
    let impure = [
      "Date()", "Date.now", "ContinuousClock", "UUID(", ".random(", "randomElement", "shuffled(",
      "Task {", "Thread", "DispatchQueue", "FileManager", "Mutex",
    ]
    for file in Self.swift where ["MeetingCore", "SessionHub", "Transcript"].contains(file.target) {
      for word in impure { #expect(file.lines(with: word) == []) }
    }
  }

  @Test("use unsafe pointers only where C is spoken")
  func safety() {
    for file in Self.swift where file.target != "WebSocketServer" {
      #expect(file.lines(with: "UnsafePointer") == [])
      #expect(file.lines(with: "UnsafeRaw") == [])
      #expect(file.lines(with: "@unchecked") == [])
    }
  }

  @Test("never make markup of text on the page")
  func markup() {
    for file in Self.page {
      for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
        #expect(file.lines(with: word) == [])
      }
    }
    for file in Self.page where file.kind == "html" {
      #expect(file.lines(with: "style=") == [])
      #expect(file.lines(with: " onclick") == [])
    }
  }

  @Test("hold no leftovers")
  func leftovers() {
    for file in Self.everything where !file.path.contains("TidyTests") {
      for word in ["FIX" + "ME", "TO" + "DO", "X" + "XX"] { #expect(file.lines(with: word) == []) }
    }
    for file in Self.swift where !file.path.contains("kaffeerunde/") {
      #expect(file.lines(with: " print(") == [])
    }
  }

  @Test("stand under a top level that holds nothing else")
  func topLevel() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path)
    let visible = Set(names.filter { !$0.hasPrefix(".") })
    let wanted: Set = ["Package.swift", "Sources", "Tests", "web", "README.md"]
    // The package manager writes this one; it is not kept.
    #expect(visible.subtracting(["Package.resolved"]) == wanted)
  }
}
