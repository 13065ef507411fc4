/** Large libraries that the bench fetches when they are first needed. */
import { useEffect, useState } from 'react'
import { isFhirPathLoaded, loadFhirPath } from '../../lab/interop/fhir/fhirpath-engine.ts'
import { isSqliteLoaded, loadSqlite } from '../../lab/sql/sqlite.ts'

export type Fetched = 'fetching' | 'here' | 'not to be had'

/** Whenever a mapping bench opens: the rules of FHIR are written in it. */
export function useFhirPath(): Fetched {
  return useFetched(true, isFhirPathLoaded, loadFhirPath)
}

/** Once somebody asks in SQL. */
export function useSqlite(wanted: boolean): Fetched {
  return useFetched(wanted, isSqliteLoaded, loadSqlite)
}

function useFetched(wanted: boolean, isLoaded: () => boolean, load: () => Promise<void>): Fetched {
  const [state, setState] = useState<Fetched>(isLoaded() ? 'here' : 'fetching')
  useEffect(() => {
    if (!wanted) return
    let open = true
    load().then(() => open && setState('here'), () => open && setState('not to be had'))
    return () => {
      open = false
    }
  }, [wanted, load])
  return state
}
