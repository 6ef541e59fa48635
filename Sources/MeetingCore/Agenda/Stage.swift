/// What the shared screen shows, and what the strip on top of everybody's page points at.
///
/// Its scene follows what moderators do, unless one is pinned. It holds no words: what a scene is
/// about is a thing of its own, and visible to everybody or not on the stage (product row G9).
package struct Stage: Equatable, Sendable {
  package private(set) var settings = Settings()
  /// What is shown now; it follows from all the rest of the meeting.
  package private(set) var scene = Scene.welcome
  package private(set) var isPinned = false
  /// When any of this changed last.
  package private(set) var changed = Revision.zero

  package struct Settings: Hashable, Codable, Sendable {
    /// The scene that moderators have chosen; shown as long as everybody may see what it is about.
    package var pin: Scene?
    /// Whether the code to join is on all scenes (product row G2).
    package var showsCode = true
    package var hides: [Detail] = []

    package init() {}
  }

  package enum Scene: Hashable, Codable, Sendable {
    /// Title, code, and how long until it begins.
    case welcome
    case agenda
    case question(question: QuestionID)
    case poll(poll: PollID)
    case result(poll: PollID)
    /// Who has the floor, and who comes next.
    case speaker
    case pause, thanks
    /// Nothing at all: the emergency stop.
    case neutral
  }

  /// What a moderator can choose.
  package enum Choice: String, Hashable, Codable, Sendable, CaseIterable {
    /// What happened last.
    case auto
    case welcome, agenda, question, poll, result, speaker, pause, thanks, neutral
  }

  /// What the shared screen can leave out of every scene (product row G5).
  package enum Detail: String, Hashable, Codable, Sendable, CaseIterable {
    /// The numbers of questions.
    case numbers
    /// Who asks and who speaks.
    case names
    /// How many support, vote, and are here.
    case counts
  }

  package init() {}
}

/// That something is what everybody should look at, since an event.
///
/// Of all claims the youngest wins; when it is over, the next one is back.
package struct StageClaim: Equatable, Sendable {
  package let scene: Stage.Scene
  package let since: Revision

  package init(_ scene: Stage.Scene, since: Revision) {
    self.scene = scene
    self.since = since
  }
}

// MARK: - Deciding

extension Meeting {
  func setStage(
    _ choice: Stage.Choice?,
    _ subject: Reference?,
    showsCode: Bool?,
    hides: [Stage.Detail]?
  ) throws(Rejection) -> [Event] {
    var settings = agenda.stage.settings
    if let choice { settings.pin = try scene(choice, subject) }
    if let showsCode { settings.showsCode = showsCode }
    if let hides { settings.hides = Stage.Detail.allCases.filter(hides.contains) }
    return settings == agenda.stage.settings ? [] : [.agenda(.stageSet(settings: settings))]
  }

  private func scene(
    _ choice: Stage.Choice,
    _ subject: Reference?
  ) throws(Rejection) -> Stage.Scene? {
    if choice == .auto { return nil }
    guard let scene = Stage.Scene(choice, subject), mayStand(scene) else {
      throw Rejection(.sceneNotPossible)
    }
    return scene
  }
}

extension Stage.Scene {
  /// Nothing where the choice needs a subject and has none.
  fileprivate init?(_ choice: Stage.Choice, _ subject: Reference?) {
    switch (choice, subject) {
    case (.question, let question?): self = .question(question: question)
    case (.poll, let poll?): self = .poll(poll: poll)
    case (.result, let poll?): self = .result(poll: poll)
    case (.auto, _), (.question, nil), (.poll, nil), (.result, nil): return nil
    case (.welcome, _): self = .welcome
    case (.agenda, _): self = .agenda
    case (.speaker, _): self = .speaker
    case (.pause, _): self = .pause
    case (.thanks, _): self = .thanks
    case (.neutral, _): self = .neutral
    }
  }

  /// The name under which it was chosen.
  package var choice: Stage.Choice {
    switch self {
    case .welcome: .welcome
    case .agenda: .agenda
    case .question: .question
    case .poll: .poll
    case .result: .result
    case .speaker: .speaker
    case .pause: .pause
    case .thanks: .thanks
    case .neutral: .neutral
    }
  }

  /// The question or the poll that it is about.
  package var subject: Reference? {
    switch self {
    case .question(let id), .poll(let id), .result(let id): id
    case .welcome, .agenda, .speaker, .pause, .thanks, .neutral: nil
    }
  }
}

// MARK: - Following

extension Meeting {
  /// Everything that is worth the stage at present.
  var stageClaims: [StageClaim] {
    agenda.stageClaims + polls.stageClaims
      + [questions.stageClaim, queue.stageClaim].compactMap(\.self)
  }

  /// Whether everybody may see what a scene is about.
  func mayStand(_ scene: Stage.Scene) -> Bool {
    switch scene {
    case .question(let id): questions[id]?.isForEverybody ?? false
    case .poll, .result: polls.mayStand(scene)
    case .welcome, .agenda, .speaker, .pause, .thanks, .neutral: true
    }
  }

  /// Lets the stage follow what has just happened; most events change nothing on it.
  mutating func followStage() {
    if moderation.isStopped {
      agenda.stage.show(.neutral, isPinned: false, revision)
    } else if let pin = agenda.stage.settings.pin, mayStand(pin) {
      agenda.stage.show(pin, isPinned: true, revision)
    } else {
      let claim = stageClaims.filter { mayStand($0.scene) }.max { $0.since < $1.since }
      agenda.stage.show(claim?.scene ?? .welcome, isPinned: false, revision)
    }
  }
}

extension Stage {
  fileprivate mutating func show(_ scene: Scene, isPinned: Bool, _ revision: Revision) {
    guard (scene, isPinned) != (self.scene, self.isPinned) else { return }
    (self.scene, self.isPinned) = (scene, isPinned)
    changed = revision
  }

  mutating func set(_ settings: Settings, _ revision: Revision) {
    self.settings = settings
    changed = revision
  }
}
