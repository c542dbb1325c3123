/** A wire adapter over one call: asks when it gets its configuration, and whenever it is told to ask again. */

/** Return the adapter's class; `path` and `query` give the call of a configuration, `path` null where it is not whole. */
export function adapterOf({ call, isWhole }) {
  return class {
    static live = new Set();

    constructor(tell) {
      this.tell = tell;
      this.turn = 0;
      tell({ data: undefined, error: undefined });
    }

    connect() {
      this.constructor.live.add(this);
    }

    disconnect() {
      this.constructor.live.delete(this);
      this.turn += 1;
    }

    update(config) {
      this.config = config;
      if (isWhole(config)) {
        this.ask();
      }
    }

    async ask() {
      this.turn += 1;
      const { turn } = this;
      const answer = await call(this.config).then(
        (data) => ({ data, error: undefined }),
        (error) => ({ data: undefined, error })
      );
      // an answer that another call has overtaken, or that nobody waits for, is dropped
      if (turn === this.turn) {
        this.tell(answer);
      }
    }
  };
}
