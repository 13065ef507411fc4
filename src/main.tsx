import { boot } from './app/boot.tsx'

boot().catch((error: unknown) => {
  console.error(error)
  const line = document.querySelector('[role=status]')
  if (line) line.textContent = 'The hospital could not be opened. Load the page again; if that does not help, try another browser.'
})
