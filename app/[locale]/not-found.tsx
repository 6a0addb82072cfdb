import { currentActor } from '@/app/_auth/current-actor';
import { currentTheme, officeWords } from '@/app/_theme/shell-props';
import { NotFoundView } from '@/components/shell/not-found-view';
import { SiteShell } from '@/components/shell/site-shell';

/** Also what somebody without the role of a section is shown. */
export default async function NotFound() {
  const [actor, theme, office] = await Promise.all([currentActor(), currentTheme(), officeWords()]);
  return (
    <SiteShell actor={actor} theme={theme} {...office}>
      <NotFoundView />
    </SiteShell>
  );
}
