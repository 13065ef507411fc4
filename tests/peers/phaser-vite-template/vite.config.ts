import { defineConfig } from 'vite'

export default defineConfig({
  base: './',
  logLevel: 'warn',
  build: { outDir: '../../../.cache/peer-dist', emptyOutDir: true, rolldownOptions: { output: { manualChunks: (id) => (id.includes('phaser/') ? 'phaser' : undefined) } } },
})
