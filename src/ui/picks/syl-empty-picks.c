/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picks/syl-empty-picks.h"

#include "syl-config.h"

#include <glib/gi18n.h>

/**
 * syl_empty_picks_show_group:
 * @page: a page in the place of picks
 * @button: its button, which leads to all picks
 * @group: which picks there are none of
 */
void
syl_empty_picks_show_group (AdwStatusPage *page,
                            GtkWidget     *button,
                            SylPickGroup   group)
{
  const char *icon = "view-list-symbolic";
  const char *title = _("No Picks");
  const char *description = _("There is nothing here yet.");

  if (group == SYL_PICK_GROUP_READING)
    {
      icon = "syl-reading-symbolic";
      title = _("Nothing Begun");
      description = _("Picks you have started to read appear here.");
    }
  else if (group == SYL_PICK_GROUP_READ)
    {
      icon = "syl-read-symbolic";
      title = _("Nothing Read Yet");
      description = _("Picks you have read appear here.");
    }

  adw_status_page_set_icon_name (page, icon);
  adw_status_page_set_title (page, title);
  adw_status_page_set_description (page, description);
  gtk_widget_set_visible (button, group == SYL_PICK_GROUP_READING || group == SYL_PICK_GROUP_READ);
}

/**
 * syl_empty_picks_show_no_list:
 * @page: a page in the place of picks
 * @button: its button, which leads to all picks
 */
void
syl_empty_picks_show_no_list (AdwStatusPage *page,
                              GtkWidget     *button)
{
  adw_status_page_set_icon_name (page, "view-list-symbolic");
  adw_status_page_set_title (page, _("No Reading List"));
  adw_status_page_set_description (page, _("Open a reading list from your files to begin."));
  gtk_widget_set_visible (button, FALSE);
}
