import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { phaser } from './scripts/vite-phaser.ts'
import { questCards } from './scripts/vite-quest-cards.ts'
import { shell } from './scripts/vite-shell.ts'

export default defineConfig({
  // Works from any folder of any server, and from a LAN name.
  base: './',
  plugins: [
    phaser(),
    questCards(),
    shell(),
    react(),
    VitePWA({
      // The learner says when a new version is taken; until then the old one is whole in the cache.
      registerType: 'prompt',
      injectRegister: false,
      workbox: {
        // All that is needed to start, play and verify. The long ambient sound is kept once it has been heard.
        globPatterns: ['**/*.{html,js,css,json,svg,png,webp,woff2,webmanifest}', '**/sfx*.{webm,m4a}'],
        maximumFileSizeToCacheInBytes: 4_000_000,
        dontCacheBustURLsMatching: /-[\w-]{8}\.\w+$/,
        navigateFallback: 'index.html',
        cleanupOutdatedCaches: true,
        runtimeCaching: [{
          urlPattern: /\/ambient[^/]*\.(webm|m4a)$/,
          handler: 'CacheFirst',
          options: { cacheName: 'ambient', expiration: { maxEntries: 4 }, rangeRequests: true, cacheableResponse: { statuses: [200] } },
        }],
      },
      manifest: {
        name: 'St Turing',
        short_name: 'St Turing',
        description: 'A hospital where people who work in healthcare learn AI by building real solutions.',
        lang: 'en',
        display: 'standalone',
        orientation: 'any',
        background_color: '#eaf2f6',
        theme_color: '#eaf2f6',
        categories: ['education', 'medical', 'games'],
        start_url: './',
        scope: './',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
    }),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 1024,
    manifest: true,
    // Sizes are held by tests/budgets, in gzip.
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // Few files, each for one moment: the title, the floor, a quest, the bench. A group takes along what it needs.
        codeSplitting: {
          groups: [
            { name: 'title', test: /src\/app\/boot\.tsx$|src\/core\/rng\.ts$|rolldown\/runtime/, priority: 9 },
            { name: 'floor', test: /src\/(ui\/(player-screen|hospital-screen|banners)\.tsx|app\/player-sheet\.ts)$/, priority: 8 },
            { name: 'quest', test: /src\/(ui\/quest\/quest-shell\.tsx|app\/session\.ts|core\/quest\/parse\.ts|core\/log\/fact-schema\.ts)$/, priority: 7 },
            // Beside the bench that uses it, so that a change of ours does not fetch the library again.
            { name: 'graph-library', test: /node_modules\/(@xyflow|@dagrejs|d3-[a-z]+|classcat)\//, priority: 1 },
          ],
        },
      },
    },
  },
})
