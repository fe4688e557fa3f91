/** Cases of users and passwords that Vault makes for the moment, in a real database. */
package io.keycheck.cases.dynamic;
