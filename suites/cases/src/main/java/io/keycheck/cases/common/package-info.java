/** Cases that are true of every store; each runs once for every store of a suite. */
package io.keycheck.cases.common;
