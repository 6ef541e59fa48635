extension Record {
  /// The record as it is kept once the time for names is over (product row H11): who asked, and who
  /// promised an answer, is gone; what was asked and answered stays.
  package var nameless: Self {
    var record = self
    for place in record.questions.indices {
      record.questions[place].name = nil
      record.questions[place].organisation = nil
      record.questions[place].owner = nil
    }
    return record
  }
}
