/** Cases of which setting counts where store and MendixApp both hold one. */
package io.keycheck.cases.override;
