package io.lorecast.encoding.image;

import io.lorecast.encoding.ImageException;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/**
 * The frames of a GIF file as they are seen: each is painted over what those before have left.
 *
 * <p>Source: GIF89a specification, 1990, section 23 (disposal methods).
 */
final class AnimatedGif {

  private final ImageDecoder decoder;

  AnimatedGif(ImageDecoder decoder) {
    this.decoder = decoder;
  }

  /**
   * Returns at most {@code wanted} frames, sampled evenly, as image files.
   *
   * @throws ImageException if the file is broken, or beyond a limit
   */
  List<byte[]> frames(byte[] file, int wanted) {
    return decoder.read(
        ImageType.GIF, file, (reader, deadline) -> frames(reader, wanted, deadline));
  }

  private List<byte[]> frames(ImageReader reader, int wanted, Deadline deadline)
      throws IOException {
    List<Integer> sampled = FrameSampler.sample(reader.getNumImages(true), wanted);
    BufferedImage canvas = canvas(reader);
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i <= sampled.getLast(); i++) {
      Frame frame = Frame.of(reader, i);
      BufferedImage before = frame.restores() ? copy(canvas) : canvas;
      BufferedImage picture = decoder.picture(reader, i, deadline);
      paint(canvas, picture, frame.place());
      if (sampled.contains(i)) {
        frames.add(png(canvas));
      }
      if (frame.clears()) {
        clear(canvas, frame.place());
      }
      canvas = frame.restores() ? before : canvas;
    }
    return frames;
  }

  private BufferedImage canvas(ImageReader reader) throws IOException {
    IIOMetadataNode screen =
        node(reader.getStreamMetadata(), "javax_imageio_gif_stream_1.0", "LogicalScreenDescriptor");
    int width = Integer.parseInt(screen.getAttribute("logicalScreenWidth"));
    int height = Integer.parseInt(screen.getAttribute("logicalScreenHeight"));
    decoder.requirePixels(width, height);
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
  }

  private static void paint(BufferedImage canvas, BufferedImage picture, Rectangle place) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(picture, place.x, place.y, null);
    graphics.dispose();
  }

  private static void clear(BufferedImage canvas, Rectangle place) {
    Graphics2D graphics = canvas.createGraphics();
    graphics.setComposite(AlphaComposite.Clear);
    graphics.fill(place);
    graphics.dispose();
  }

  private static BufferedImage copy(BufferedImage canvas) {
    BufferedImage copy =
        new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_ARGB);
    paint(copy, canvas, new Rectangle());
    return copy;
  }

  private static byte[] png(BufferedImage canvas) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(canvas, "png", bytes);
    return bytes.toByteArray();
  }

  /**
   * What a frame says of itself.
   *
   * @param clears whether its place is empty after it
   * @param restores whether what was before it comes back
   */
  private record Frame(Rectangle place, boolean clears, boolean restores) {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    static Frame of(ImageReader reader, int index) throws IOException {
      IIOMetadata image = reader.getImageMetadata(index);
      String disposal =
          node(image, FORMAT, "GraphicControlExtension").getAttribute("disposalMethod");
      IIOMetadataNode place = node(image, FORMAT, "ImageDescriptor");
      return new Frame(
          new Rectangle(
              Integer.parseInt(place.getAttribute("imageLeftPosition")),
              Integer.parseInt(place.getAttribute("imageTopPosition")),
              reader.getWidth(index),
              reader.getHeight(index)),
          disposal.equals("restoreToBackgroundColor"),
          disposal.equals("restoreToPrevious"));
    }
  }

  /** Returns the part so named, or one without attributes. */
  private static IIOMetadataNode node(IIOMetadata metadata, String format, String name) {
    IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree(format);
    IIOMetadataNode found = (IIOMetadataNode) tree.getElementsByTagName(name).item(0);
    return found == null ? new IIOMetadataNode(name) : found;
  }
}
