import { addressOf } from '#api'
import { operations } from '~/client.ts'

/** The blank application form as a PDF to fill in, in both languages. */
export function BlankForms() {
  const address = (language: 'en' | 'es'): string =>
    addressOf(operations.getApplicationForm, { params: { language } })
  return (
    <>
      <a href={address('en')} download="imr-application.pdf">
        Application form (PDF)
      </a>
      {' · '}
      <a href={address('es')} download="solicitud-imr.pdf" lang="es" hrefLang="es">
        Formulario de solicitud (PDF)
      </a>
    </>
  )
}
