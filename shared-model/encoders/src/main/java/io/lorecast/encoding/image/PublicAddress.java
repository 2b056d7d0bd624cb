package io.lorecast.encoding.image;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Addresses that anyone on the internet could ask.
 *
 * <p>Source: the IANA special-purpose address registries (RFC 6890 and what updates it).
 */
final class PublicAddress {

  private static final List<Block> SPECIAL =
      List.of(
          new Block("0.0.0.0", 8),
          new Block("10.0.0.0", 8),
          new Block("100.64.0.0", 10),
          new Block("127.0.0.0", 8),
          new Block("169.254.0.0", 16),
          new Block("172.16.0.0", 12),
          new Block("192.0.0.0", 24),
          new Block("192.0.2.0", 24),
          new Block("192.88.99.0", 24),
          new Block("192.168.0.0", 16),
          new Block("198.18.0.0", 15),
          new Block("198.51.100.0", 24),
          new Block("203.0.113.0", 24),
          new Block("224.0.0.0", 3));

  /** Only this block is handed out; what lies outside is local, reserved or a tunnel. */
  private static final Block IPV6 = new Block("2000::", 3);

  private static final List<Block> SPECIAL_IPV6 =
      List.of(
          new Block("2001::", 23),
          new Block("2001:db8::", 32),
          new Block("2002::", 16),
          new Block("3fff::", 20));

  private PublicAddress() {}

  static boolean isPublic(InetAddress address) {
    if (address instanceof Inet6Address) {
      return IPV6.contains(address) && SPECIAL_IPV6.stream().noneMatch(b -> b.contains(address));
    }
    return SPECIAL.stream().noneMatch(block -> block.contains(address));
  }

  /** The addresses whose first {@code bits} bits are those of {@code start}. */
  private static final class Block {

    private final byte[] start;
    private final int bits;

    Block(String start, int bits) {
      this.start = InetAddress.ofLiteral(start).getAddress();
      this.bits = bits;
    }

    boolean contains(InetAddress address) {
      byte[] bytes = address.getAddress();
      return bytes.length == start.length
          && new BigInteger(1, bytes).shiftRight(hostBits()).equals(network());
    }

    private BigInteger network() {
      return new BigInteger(1, start).shiftRight(hostBits());
    }

    private int hostBits() {
      return start.length * Byte.SIZE - bits;
    }
  }
}
