/** Has the page's clock show the story's time, in which its tickets were written. */
"use strict";

(() => {
  const real = Date.now;
  const ahead = Date.parse(document.currentScript.dataset.now) - real();
  Date.now = () => real() + ahead;
})();
