/** The least that a full-screen picture can cost: one quad of one colour gradient, painted every frame. */
const VERTEX = 'attribute vec2 at; varying vec2 uv; void main() { uv = at * 0.5 + 0.5; gl_Position = vec4(at, 0.0, 1.0); }'
const FRAGMENT = 'precision mediump float; varying vec2 uv; uniform float t; void main() { gl_FragColor = vec4(uv, 0.5 + 0.5 * sin(t), 1.0); }'

/** Fills `parent`; returns a count of the frames painted so far. */
export function startBareQuad(parent: HTMLElement): () => number {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(parent.clientWidth * devicePixelRatio)
  canvas.height = Math.round(parent.clientHeight * devicePixelRatio)
  canvas.style.cssText = 'display: block; width: 100%; height: 100%'
  parent.append(canvas)
  const gl = canvas.getContext('webgl', { antialias: false, alpha: false })
  if (!gl) throw new Error('no WebGL')
  const program = gl.createProgram()
  for (const [type, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]] as const) {
    const shader = gl.createShader(type)!
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.linkProgram(program)
  gl.useProgram(program)
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer())
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), gl.STATIC_DRAW)
  gl.enableVertexAttribArray(0)
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0)
  const time = gl.getUniformLocation(program, 't')
  let frames = 0
  const paint = (now: number): void => {
    gl.uniform1f(time, now / 1000)
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4)
    frames += 1
    requestAnimationFrame(paint)
  }
  requestAnimationFrame(paint)
  return () => frames
}
