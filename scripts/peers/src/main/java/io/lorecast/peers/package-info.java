/**
 * Recommenders of Mahout and RankSys, by their own code, in a process of their own: {@link
 * io.lorecast.peers.PeersCommand} reads a training part as a file and writes rankings as one, so
 * that the libraries and what they depend on never meet the product's class path.
 */
@NullMarked
package io.lorecast.peers;

import org.jspecify.annotations.NullMarked;
