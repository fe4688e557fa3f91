/** Cases of values that change while an app runs. */
package io.keycheck.cases.rotation;
