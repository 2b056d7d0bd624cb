package io.lorecast.importer;

/**
 * How far a file has been imported, from its first line on, and what became of it so far.
 *
 * @param fingerprint which file, by content
 * @param lines how many lines, in the order in which they are sent, need not be sent again
 * @param sent how many of them the receiver took
 * @param duplicates how many of those it had taken before
 * @param rejected how many were not taken
 */
record Progress(String fingerprint, long lines, long sent, long duplicates, long rejected) {

  static Progress none(String fingerprint) {
    return new Progress(fingerprint, 0, 0, 0, 0);
  }

  Progress plus(Outcome outcome) {
    return new Progress(
        fingerprint,
        lines + outcome.lines(),
        sent + outcome.sent(),
        duplicates + outcome.duplicates(),
        rejected + outcome.rejects().size());
  }
}
