package io.lorecast.importer;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and remaining time. */
final class BarMeter implements Meter {

  private static final int NAME_WIDTH = 9;

  private final ProgressBar bar;

  BarMeter(String section, long earlier, long total) {
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(("%-" + NAME_WIDTH + "s").formatted(section))
            .setInitialMax(total)
            .startsFrom(earlier, Duration.ZERO)
            .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
            .showSpeed()
            .setUpdateIntervalMillis(200)
            .build();
  }

  @Override
  public void at(long lines) {
    bar.stepTo(lines);
    bar.setExtraMessage("");
  }

  @Override
  public void note(String message) {
    bar.setExtraMessage(message);
  }

  @Override
  public void close() {
    bar.close();
  }
}
