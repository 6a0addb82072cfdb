'use client';

import { Dropdown } from '@heroui/react/dropdown';
import type { ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button-class';

export type MenuItem = {
  id: string;
  label: string;
  danger?: boolean;
  disabled?: boolean;
  onAction: () => void;
};

type MenuProps = {
  /** Name of the menu for readers, and of the button when it has only an icon. */
  label: string;
  trigger: ReactNode;
  triggerLook?: ButtonLook;
  items: MenuItem[];
};

/** Actions behind one button, with arrow keys and first letters. Not on storefront pages: it brings much script. */
export function Menu({ label, trigger, triggerLook, items }: MenuProps) {
  return (
    <Dropdown>
      <Dropdown.Trigger aria-label={label} className={buttonClass(triggerLook)}>
        {trigger}
      </Dropdown.Trigger>
      <Dropdown.Popover>
        <Dropdown.Menu aria-label={label}>
          {items.map((item) => (
            <Dropdown.Item
              key={item.id}
              id={item.id}
              textValue={item.label}
              isDisabled={item.disabled}
              onAction={item.onAction}
              className={item.danger ? 'text-danger' : undefined}
            >
              {item.label}
            </Dropdown.Item>
          ))}
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}
