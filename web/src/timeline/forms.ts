// The forms of states, drawn on a canvas: form is what, hue is who.
//
// Solid bar: runs. Outlined bar with hatching: ready. Thin line: waits, ending in a dot where it is woken.
// Dashed line: waits for a lock or the GIL. Ring, notch with "!", cross: done, failed, cancelled.
// Bars lie on whole pixels, lines and verticals on half ones, so that nothing blurs.
// May import: the palette as a type. Must not know: recordings, layout.

export class Forms {
  private readonly hatches = new Map<string, CanvasPattern>();

  constructor(
    private readonly ctx: CanvasRenderingContext2D,
    private readonly ratio: number,
    private readonly paper: string,
  ) {}

  /** Runs; `notch` cuts the end of a run that failed. Never narrower than 2 px. */
  run(x0: number, x1: number, y: number, height: number, color: string, notch = false): void {
    const { ctx } = this;
    const a = Math.round(x0);
    const b = Math.max(Math.round(x1), a + 2);
    const top = y - height / 2;
    ctx.fillStyle = color;
    if (notch) {
      const k = Math.min(6, (b - a) * 0.6);
      ctx.beginPath();
      ctx.moveTo(a, top);
      ctx.lineTo(b, top);
      ctx.lineTo(b - k, y);
      ctx.lineTo(b, top + height);
      ctx.lineTo(a, top + height);
      ctx.fill();
      return;
    }
    if (b - a < 5) {
      ctx.fillRect(a, top, b - a, height);
      return;
    }
    ctx.beginPath();
    ctx.roundRect(a, top, b - a, height, 1.5);
    ctx.fill();
  }

  ready(x0: number, x1: number, y: number, height: number, color: string): void {
    const { ctx } = this;
    const top = y - height / 2;
    if (x1 - x0 < 3) {
      ctx.fillStyle = color;
      ctx.fillRect(Math.round(x0), top, 1, height);
      return;
    }
    const a = Math.round(x0) + 0.5;
    const w = Math.max(Math.round(x1) - 1 + 0.5 - a, 1);
    ctx.fillStyle = this.hatch(color);
    ctx.fillRect(a, top + 0.5, w, height - 1);
    ctx.strokeStyle = color;
    ctx.lineWidth = 1;
    ctx.strokeRect(a, top + 0.5, w, height - 1);
  }

  /** 45° lines every 5 px. */
  private hatch(color: string): CanvasPattern | string {
    let pattern = this.hatches.get(color);
    if (!pattern) {
      const size = Math.max(4, Math.round(5 * this.ratio));
      const tile = document.createElement("canvas");
      tile.width = tile.height = size;
      const t = tile.getContext("2d");
      if (!t) return color;
      t.strokeStyle = color;
      t.lineWidth = 1.1 * this.ratio;
      t.beginPath();
      for (const d of [-1, 0, 1]) {
        t.moveTo(d * size - 1, size + 1);
        t.lineTo(d * size + size + 1, -1);
      }
      t.stroke();
      const made = this.ctx.createPattern(tile, "repeat");
      if (!made) return color;
      made.setTransform(new DOMMatrix().scale(1 / this.ratio));
      this.hatches.set(color, made);
      pattern = made;
    }
    return pattern;
  }

  wait(x0: number, x1: number, y: number, color: string): void {
    if (x1 - x0 < 1) return;
    const { ctx } = this;
    ctx.fillStyle = color;
    ctx.fillRect(Math.round(x0), y - 0.75, Math.round(x1) - Math.round(x0), 1.5);
  }

  lock(x0: number, x1: number, y: number, color: string): void {
    if (x1 - x0 < 1) return;
    const { ctx } = this;
    ctx.strokeStyle = color;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([4, 3]);
    ctx.beginPath();
    ctx.moveTo(Math.round(x0) + 1, y);
    ctx.lineTo(Math.round(x1) - 1, y);
    ctx.stroke();
    ctx.setLineDash([]);
  }

  /** Where a wait ends because somebody woke the waiter. */
  dot(x: number, y: number, color: string, radius = 3): void {
    const { ctx } = this;
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.arc(Math.round(x), y, radius, 0, Math.PI * 2);
    ctx.fill();
  }

  done(x0: number, y: number, color: string): void {
    const { ctx } = this;
    ctx.beginPath();
    ctx.arc(Math.round(x0) + 5, y, 3, 0, Math.PI * 2);
    ctx.fillStyle = this.paper;
    ctx.fill();
    ctx.strokeStyle = color;
    ctx.lineWidth = 1.5;
    ctx.stroke();
  }

  cancelled(x0: number, y: number, color: string): void {
    const { ctx } = this;
    const x = Math.round(x0);
    for (const [stroke, width, r] of [[this.paper, 5, 5], [color, 2, 4.5]] as const) {
      ctx.strokeStyle = stroke;
      ctx.lineWidth = width;
      ctx.beginPath();
      ctx.moveTo(x - r, y - r);
      ctx.lineTo(x + r, y + r);
      ctx.moveTo(x + r, y - r);
      ctx.lineTo(x - r, y + r);
      ctx.stroke();
    }
  }

  /** The "!" after the notch. */
  failed(x0: number, y: number, color: string): void {
    const { ctx } = this;
    const x = Math.round(x0);
    ctx.fillStyle = color;
    ctx.fillRect(x + 4.75, y - 6, 2.5, 7.5);
    ctx.fillRect(x + 4.75, y + 3.5, 2.5, 2.5);
  }
}
