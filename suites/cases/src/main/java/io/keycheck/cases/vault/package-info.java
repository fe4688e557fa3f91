/** Cases that only Vault has: its engines, its roles, and the document's own sample for it. */
package io.keycheck.cases.vault;
