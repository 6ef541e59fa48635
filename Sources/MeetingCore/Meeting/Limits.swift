/// The bounds of a meeting, each with its reason.
package enum Limits {
  /// A town hall with guests; ten times the largest round that was planned for.
  package static let participants = 20_000
  /// Long enough for a question with its background, short enough for the stage.
  package static let questionCharacters = 500
  /// Grapheme clusters can hide any number of marks: 4 KiB hold 500 of the widest honest ones.
  package static let textBytes = 4_096
  /// "Dr. Maria-Magdalena von und zu …" fits.
  package static let nameCharacters = 60
  /// "Verbandsgemeindeverwaltung …, Stabsstelle Digitalisierung" fits.
  package static let organisationCharacters = 80
  /// A written answer: a paragraph or two.
  package static let answerCharacters = 2_000
  package static let answerBytes = 8_192
  /// More labels would be a second list to read.
  package static let tags = 8
  package static let tagCharacters = 30
  /// How long askers may change their words: nobody has thought about them for longer.
  package static let editing = Duration.seconds(120)
  /// How long an act of a moderator can be taken back (product row F3).
  package static let undo = Duration.seconds(10)
  /// Acts that are kept for the record: one a second for more than five hours.
  package static let acts = 20_000
  /// How long a second device may take to come: time enough to point a camera at a code.
  package static let invitation = Duration.seconds(60)
  /// Why a question was declined, in one line.
  package static let reasonCharacters = 200
  /// A title that still fits the stage in two lines.
  package static let titleCharacters = 120
  /// Nobody needs more at once, and one person must not fill the list.
  package static let openQuestionsPerPerson = 5
  /// Questions in all: far more than a meeting can read.
  package static let questions = 5_000
  /// Time enough to read one's own question once more.
  package static let questionPace = Duration.seconds(10)

  /// Prepared polls and those of a long day.
  package static let polls = 100
  /// More would be more than anybody can keep in mind (product row C44).
  package static let openPolls = 3
  /// Before, after, and some that went wrong.
  package static let rounds = 10
  /// A choice has an alternative, and still fits the stage.
  package static let fewestOptions = 2
  package static let options = 20
  package static let optionCharacters = 140
  package static let pollDescriptionCharacters = 500
  /// From good and bad to zero to ten.
  package static let scaleSteps = 2...11
  package static let labelCharacters = 40
  /// Whoever has more to say asks a question.
  package static let pollAnswers = 3
  package static let pollTextCharacters = 300
  package static let wordCharacters = 40
  /// Answers that moderators have hidden or merged, and may name in one act.
  package static let curated = 1_000
  package static let curatedAtOnce = 50
  /// Whole numbers that every browser can hold, whatever their decimal places.
  package static let estimate = -1_000_000_000_000...1_000_000_000_000
  package static let decimals = 0...3
  package static let unitCharacters = 12
  /// As many columns as can be told apart.
  package static let histogramBins = 10
  package static let pointsBudget = 1_000
  /// A timer in seconds: time to read, and an afternoon at most.
  package static let pollSeconds = 5...14_400
  /// A ballot may be on its way when the timer has run down (product row C36).
  package static let pollGrace = Duration.seconds(2)
  /// Fewer secret ballots would tell who chose what while more come in (product row C43).
  package static let fewestShown = 5
}
