// swift-tools-version: 6.2

import PackageDescription

/// How every target of ours is compiled: Swift 6, and a warning is an error.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Every target but those that speak C is checked for unmarked unsafe code, too.
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
  name: "kaffeerunde",
  products: [
    .executable(name: "kaffeerunde", targets: ["kaffeerunde"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(name: "MeetingCore", swiftSettings: safe),
    .target(name: "SessionHub", dependencies: ["MeetingCore", crypto], swiftSettings: safe),
    .target(
      name: "MeetingArchive",
      dependencies: ["MeetingCore", grdb, crypto],
      swiftSettings: safe
    ),
    .target(name: "Transcript", dependencies: ["MeetingCore"], swiftSettings: safe),
    .systemLibrary(
      name: "CLibwebsockets",
      pkgConfig: "libwebsockets",
      providers: [.apt(["libwebsockets-dev"])]
    ),
    .target(
      name: "CServerShim",
      dependencies: ["CLibwebsockets"],
      linkerSettings: [.linkedLibrary("ev")]
    ),
    .target(
      name: "WebSocketServer",
      dependencies: ["CLibwebsockets", "CServerShim"],
      swiftSettings: strict
    ),
    .systemLibrary(
      name: "CQRCode",
      pkgConfig: "qrcodegen",
      providers: [.apt(["libqrcodegen-dev"])]
    ),
    .target(name: "QRCode", dependencies: ["CQRCode"], swiftSettings: strict),
    .target(name: "MeetingClient", dependencies: ["WebSocketServer"], swiftSettings: safe),
    .executableTarget(
      name: "kaffeerunde",
      dependencies: [
        "MeetingCore", "SessionHub", "MeetingArchive", "Transcript", "WebSocketServer",
        "MeetingClient", "QRCode",
        arguments, logging, crypto,
      ],
      swiftSettings: safe
    ),
    .target(
      name: "MeetingTestSupport",
      dependencies: ["MeetingCore"],
      path: "Tests/MeetingSupport",
      swiftSettings: safe
    ),
    .target(
      name: "CrowdTestSupport",
      dependencies: ["MeetingClient", "WebSocketServer"],
      path: "Tests/CrowdSupport",
      swiftSettings: safe
    ),
    .target(name: "SocketTestSupport", path: "Tests/SocketSupport", swiftSettings: strict),
    .testTarget(
      name: "MeetingCoreTests",
      dependencies: ["MeetingCore", "MeetingTestSupport"],
      swiftSettings: safe
    ),
    .testTarget(
      name: "SessionHubTests",
      dependencies: ["MeetingCore", "SessionHub", "MeetingTestSupport"],
      swiftSettings: safe
    ),
    .testTarget(
      name: "MeetingArchiveTests",
      dependencies: ["MeetingArchive", "MeetingCore", grdb, crypto],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "MeetingCore", "SessionHub", "MeetingArchive", "WebSocketServer", "MeetingTestSupport",
        "CrowdTestSupport", arguments,
      ],
      path: "Tests/Benchmarks",
      swiftSettings: safe
    ),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "kaffeerunde", "MeetingArchive", "MeetingCore", "MeetingClient", "WebSocketServer",
        "MeetingTestSupport", "SocketTestSupport", "CrowdTestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(name: "TidyTests", swiftSettings: strict),
    .testTarget(
      name: "TranscriptTests",
      dependencies: ["Transcript", "MeetingCore"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "WebSocketServerTests",
      dependencies: ["WebSocketServer", "SocketTestSupport", "MeetingTestSupport"],
      swiftSettings: strict
    ),
  ]
)
