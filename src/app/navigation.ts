/** The address bar as one half of the state: going somewhere writes it, and the browser's Back is heard. */
import { hashOf, type Route, routeOf } from './routes.ts'

export interface Navigation {
  /** What the address says now. */
  here(): Route
  /** Write the address; `replace` leaves no step to come back to. */
  write(route: Route, replace?: boolean): void
  /** The learner used Back, Forward, a link or the address bar. */
  onTravel(listener: (route: Route) => void): void
}

export function browserNavigation(): Navigation {
  return {
    here: () => routeOf(location.hash),
    write(route, replace = false) {
      const hash = hashOf(route)
      if (hash === (location.hash || '#/')) return
      if (replace) history.replaceState(null, '', hash)
      else history.pushState(null, '', hash)
    },
    onTravel: (listener) => window.addEventListener('popstate', () => listener(routeOf(location.hash))),
  }
}
