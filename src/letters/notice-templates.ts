import { readdirSync, readFileSync } from 'node:fs'
import { ok, type PlainDate, type Result, refuse, refused, valueOf } from '#foundation'
import { noticeRefusals } from './notice-refusals.ts'
import { type NoticeTemplate, parseNoticeTemplate } from './notice-template.ts'

// The file of this room that reads the templates of notices under rules/notices.

const folder = new URL('../../rules/notices/', import.meta.url)

/** Every template of the house. */
export const noticeTemplates: readonly NoticeTemplate[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .toSorted()
  .map((file) =>
    valueOf(parseNoticeTemplate(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))),
  )

/** The template of that name in force on the day. Refusal: `notice-template-unknown`. */
export function findNoticeTemplate(
  id: string,
  on: PlainDate,
  language: 'en' | 'es' = 'en',
): Result<NoticeTemplate> {
  const found = noticeTemplates.find(
    (template) =>
      template.id === id &&
      template.language === language &&
      template.effectiveFrom <= on &&
      (template.effectiveTo === null || on <= template.effectiveTo),
  )
  return found
    ? ok(found)
    : refused(
        refuse(
          noticeRefusals,
          'notice-template-unknown',
          `no template "${id}" (${language}) is in force on ${on}`,
          'template',
        ),
      )
}
