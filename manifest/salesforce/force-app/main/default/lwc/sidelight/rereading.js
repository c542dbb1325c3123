/** When the case is looked at again by itself. */

/** Each minute: “in 2 hours” stays true, and what others changed comes. Nothing is asked while nobody looks. */
const EACH_MS = 60000;

/** Where an answer is soon to be expected, also after so long; from then on each minute does. */
const SOON_MS = [15000, 45000];

/** Calls `draw` each minute, and `read` when it is time, while the page is seen and `isShown`; `stop` ends it. */
export class Rereading {
  constructor({ draw, read, isShown }) {
    this.soon = [];
    this.isSeen = () => document.visibilityState !== 'hidden' && isShown();
    this.read = () => this.isSeen() && read();
    this.turned = () => {
      if (this.isSeen()) {
        draw();
        read();
      }
    };
  }

  start() {
    this.minute = setInterval(this.turned, EACH_MS);
    document.addEventListener('visibilitychange', this.turned);
  }

  stop() {
    clearInterval(this.minute);
    document.removeEventListener('visibilitychange', this.turned);
    this.expect(false);
  }

  /** Say whether something is soon to be expected; saying it again changes nothing. */
  expect(something) {
    if (something && this.soon.length === 0) {
      this.soon = SOON_MS.map((span) => setTimeout(this.read, span));
    } else if (!something) {
      this.soon.forEach(clearTimeout);
      this.soon = [];
    }
  }
}
