import { useEffect, useRef } from 'react'
import { Button } from '~/ui/button.tsx'
import { TickField } from '~/ui/field.tsx'
import { useSingleKeys } from './single-keys.ts'

type Keys = readonly (readonly [keys: readonly string[], does: string])[]

/** The keys of the viewer, over the page; they can be switched off here. */
export function KeyHelp({
  keys,
  onClose,
}: {
  readonly keys: readonly { readonly title: string; readonly keys: Keys }[]
  readonly onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [single, setSingle] = useSingleKeys()
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog className="key-help" ref={dialog} aria-labelledby="keys-heading" onClose={onClose}>
      <h2 id="keys-heading">Keys</h2>
      {keys.map((part) => (
        <section key={part.title} aria-label={part.title}>
          <h3>{part.title}</h3>
          <dl>
            {part.keys.map(([names, does]) => (
              <div key={does}>
                <dt>
                  {names.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <TickField
        label="Keys of one character are on"
        checked={single}
        onChange={(on) => setSingle(on)}
      />
      <Button kind="primary" onPress={onClose}>
        Close
      </Button>
    </dialog>
  )
}
