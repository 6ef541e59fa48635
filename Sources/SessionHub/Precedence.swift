import MeetingCore

/// Which of the rounds behind one code people mean who follow it; the smallest one.
///
/// First whichever goes on, then whichever people gather for or stay after, then the next one
/// that has a date, then the one that was founded last; those that are over come at the end. A
/// round that nobody has used catches nobody, and neither does a rehearsal.
struct Precedence: Comparable {
  private let standing: Standing
  /// Among rounds of equal standing, the smaller comes first.
  private let order: Int64

  private enum Standing: Int {
    case goesOn, isOpen, hasDate, isFounded, isOver
  }

  init(of meeting: Meeting, at now: Timestamp) {
    let (agenda, founded) = (meeting.agenda, meeting.founding.founded)
    standing = Self.standing(of: agenda, at: now)
    switch standing {
    case .goesOn, .isOpen: order = -(agenda.phases.last?.from ?? founded).rawValue
    case .hasDate: order = (agenda.start ?? founded).rawValue
    case .isFounded, .isOver: order = -founded.rawValue
    }
  }

  private static func standing(of agenda: Agenda, at now: Timestamp) -> Standing {
    let awaited = agenda.start.map { now < $0 + HubLimits.lateness } ?? false
    let before = awaited ? Standing.hasDate : .isFounded
    switch agenda.phase {
    case .ended: return .isOver
    case _ where agenda.isRehearsal: return before
    case .live, .paused: return .goesOn
    case .afterTalk: return .isOpen
    // Every round begins with a lobby; one that was opened by hand is meant to be found.
    case .lobby: return agenda.phases.count > 1 ? .isOpen : before
    case .planned: return before
    }
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.standing.rawValue, left.order) < (right.standing.rawValue, right.order)
  }
}
