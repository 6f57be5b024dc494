/**
 * What every question's HTTP front shares: which format the answer has, what the query string may say, and how a request
 * that cannot be answered is told why.
 */
@NullMarked
package dev.andon.query.http;

import org.jspecify.annotations.NullMarked;
