package io.lorecast.bench;

import io.lorecast.evaluation.Sample;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;

/** A chart that is saved as PNG and as SVG. */
final class Plot {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 560;
  private static final int DOTS_AN_INCH = 150;

  private static final String DECIMALS = "0.000";

  private final Chart<?, ?> chart;

  private Plot(Chart<?, ?> chart) {
    this.chart = chart;
    Styler styler = chart.getStyler();
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setLegendPosition(Styler.LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
  }

  /** Returns lines over {@code x}; each of {@code lines} has as many values. */
  static Plot lines(
      String title, String xTitle, String yTitle, List<Double> x, Map<String, List<Double>> lines) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    chart.getStyler().setYAxisDecimalPattern(DECIMALS);
    lines.forEach((name, y) -> chart.addSeries(name, x, y));
    return new Plot(chart);
  }

  /** Returns a bar for each sample, with its deviation. */
  static Plot bars(String title, String yTitle, Map<String, Sample> bars) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .yAxisTitle(yTitle)
            .build();
    chart.getStyler().setYAxisDecimalPattern(DECIMALS);
    chart.addSeries(
        yTitle,
        List.copyOf(bars.keySet()),
        bars.values().stream().map(Sample::mean).toList(),
        bars.values().stream().map(Sample::deviation).toList());
    Plot plot = new Plot(chart);
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setAvailableSpaceFill(.5);
    return plot;
  }

  /**
   * Saves it as {@code folder/name.png} and {@code .svg}; the folder is made.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  void save(Path folder, String name) {
    try {
      Files.createDirectories(folder);
      String path = folder.resolve(name).toString();
      BitmapEncoder.saveBitmapWithDPI(chart, path, BitmapEncoder.BitmapFormat.PNG, DOTS_AN_INCH);
      VectorGraphicsEncoder.saveVectorGraphic(
          chart, path, VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
      System.out.printf("plots: %s.png, .svg%n", path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
