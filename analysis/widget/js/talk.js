// The conversation with Python: each message has a number, and is answered.

const PATIENCE = 2500; // milliseconds without an answer after which the reader is told

class Talk {
  constructor(model, onSilence) {
    this.model = model;
    this.onSilence = onSilence;
    this.silent = false; // whether Python does not answer
    this.waiting = new Map();
    this.name = Math.random().toString(36).slice(2); // two windows on one kernel hear each other's answers
    this.number = 0;
  }

  // Ask for something; return the answer: { value } or { error }.
  ask(operation, args) {
    this.number += 1;
    const n = `${this.name}.${this.number}`;
    return new Promise((resolve) => {
      this.waiting.set(n, { resolve, timer: setTimeout(() => this.setSilent(true), PATIENCE) });
      try {
        this.model.send({ n, op: operation, args });
      } catch {
        this.setSilent(true); // the kernel's end of the line is gone
      }
    });
  }

  onAnswer(answer) {
    const waiting = this.waiting.get(answer.n);
    if (!waiting) return;
    this.waiting.delete(answer.n);
    clearTimeout(waiting.timer);
    if (this.silent) this.setSilent(false);
    waiting.resolve(answer);
  }

  setSilent(silent) {
    this.silent = silent;
    this.onSilence();
  }
}
