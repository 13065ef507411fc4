import type { CaseReport } from '../../core/verdict.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Exhibit } from '../../kit/exhibit/exhibit.tsx'
import { Icon } from '../../kit/icon.tsx'
import { common } from '../words/en.ts'
import { cellWords, momentWords } from './case-words.ts'
import { verify as words } from '../words/en-quest.ts'

/** One hidden patient, read like a chart. What was not written yet at the decision is marked, with a sign and in words. */
export function CaseChart({ report, onClose }: { report: CaseReport; onClose(): void }) {
  return (
    <Dialog title={report.title} closeLabel={common.close} onClose={onClose} className="case-chart">
      <p className="case-say">{report.say}</p>
      <p className="case-set">{report.set}. {common.trainingData}</p>
      {report.exhibits?.map(exhibit => <Exhibit key={exhibit.caption} exhibit={exhibit} />)}
      {report.sections.map(section => (
        <section key={section.title}>
          <h3>{section.title}</h3>
          <dl>
            {section.rows.map(row => (
              <div key={row.column} className={row.known ? 'case-row' : 'case-row case-unknown'}>
                <dt>{row.label}</dt>
                <dd>
                  {cellWords(row.value, row.unit)}
                  {!row.known && <span className="case-later"><Icon name="clock" size={0.9375} />{words.caseUnknown}{row.availableAt ? `: ${momentWords(row.availableAt)}` : ''}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
