/**
 * The ground under the points as MapLibre drew it last. A window that moves under a camera that stands puts it back, and MapLibre
 * does not draw it again. Takes four bytes a pixel of the graphics processor, from the first ground that is kept.
 */
export interface KeptGround {
  /** There is one, and it was not dropped. */
  readonly isKept: boolean;
  /** Keeps what is in the drawing buffer. */
  keep(): void;
  /** Fills the drawing buffer with it, and leaves nothing that would cut what is drawn over it. */
  putBack(): void;
  drop(): void;
  destroy(): void;
}

/** Makes one on a context without multisampling, whose buffer could not be filled so. */
export function createKeptGround(gl: WebGL2RenderingContext): KeptGround {
  const frame = gl.createFramebuffer();
  const pixels = gl.createRenderbuffer();
  let [width, height] = [0, 0];
  let isKept = false;

  const fit = () => {
    if (width === gl.drawingBufferWidth && height === gl.drawingBufferHeight) return;
    [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
    gl.bindRenderbuffer(gl.RENDERBUFFER, pixels);
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.RGBA8, width, height);
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.RENDERBUFFER, pixels);
  };
  const copy = (from: WebGLFramebuffer | null, to: WebGLFramebuffer | null) => {
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, from);
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, to);
    gl.blitFramebuffer(0, 0, width, height, 0, 0, width, height, gl.COLOR_BUFFER_BIT, gl.NEAREST);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  };
  return {
    get isKept() {
      return isKept;
    },
    keep() {
      fit();
      copy(null, frame);
      isKept = true;
    },
    putBack() {
      for (const test of [gl.DEPTH_TEST, gl.STENCIL_TEST, gl.SCISSOR_TEST]) gl.disable(test);
      gl.colorMask(true, true, true, true);
      // A browser empties the buffer at the first drawing after it was shown, which to Chromium a copy is not.
      gl.clear(gl.COLOR_BUFFER_BIT);
      copy(frame, null);
    },
    drop() {
      isKept = false;
    },
    destroy() {
      isKept = false;
      gl.deleteFramebuffer(frame);
      gl.deleteRenderbuffer(pixels);
    },
  };
}
