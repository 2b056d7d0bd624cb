/**
 * The contract between functions: one record for each event, as it stands on the wire. Records
 * carry no behaviour and are never stored; a function's mapper turns them into domain values, which
 * is where they are judged. Absent fields are null. The schemas, samples and the AsyncAPI document
 * are this module's resources.
 */
@NullMarked
package io.lorecast.events;

import org.jspecify.annotations.NullMarked;
