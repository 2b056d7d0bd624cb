package io.lorecast.encoding.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * What decodes each type. JPEG and WebP are read by TwelveMonkeys, in Java alone: the JDK reads no
 * JPEG with four inks, nor WebP at all.
 */
final class ImageReaders {

  private static final ImageReaderSpi JPEG = register(new JPEGImageReaderSpi());
  private static final ImageReaderSpi WEBP = register(new WebPImageReaderSpi());

  private ImageReaders() {}

  /**
   * Registered by hand, because the JDK only looks on the class path of whichever thread happens to
   * be first; and the JPEG reader must be registered to find the JDK's, which it stands on.
   */
  private static ImageReaderSpi register(ImageReaderSpi provider) {
    IIORegistry.getDefaultInstance().registerServiceProvider(provider, ImageReaderSpi.class);
    return provider;
  }

  /** Returns a new reader; dispose of it after use. */
  static ImageReader open(ImageType type) throws IOException {
    return switch (type) {
      case JPEG -> JPEG.createReaderInstance();
      case WEBP -> WEBP.createReaderInstance();
      case PNG, GIF, BMP -> ImageIO.getImageReadersByFormatName(type.name()).next();
    };
  }
}
