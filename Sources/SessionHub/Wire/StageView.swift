import MeetingCore

/// What the shared screen shows; the strip on top of everybody's page points at the same.
///
/// Everybody: the scene, which question or poll it is about (a thing of its own, which everybody
/// sees whenever a scene is about it), whether a moderator has pinned it, whether the code is on
/// it, and what it leaves out. Moderators also: what is pinned, even while it cannot be shown.
struct StageView: Encodable {
  var kind = "stage"
  var id = "stage"
  let revision: Revision
  let scene: Stage.Choice
  let subject: Reference?
  let pinned: Bool
  let showsCode: Bool
  let hides: [Stage.Detail]
  let pin: Pin?

  struct Pin: Encodable {
    let scene: Stage.Choice
    let subject: Reference?
  }

  init(_ stage: Stage, for audience: Audience, _ revision: Revision) {
    self.revision = revision
    scene = stage.scene.choice
    subject = stage.scene.subject
    pinned = stage.isPinned
    showsCode = stage.settings.showsCode
    hides = stage.settings.hides
    let chosen = stage.settings.pin.map { Pin(scene: $0.choice, subject: $0.subject) }
    pin = audience == .moderators ? chosen : nil
  }
}
