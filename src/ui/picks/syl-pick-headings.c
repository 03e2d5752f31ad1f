/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picks/syl-pick-headings.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#include "picks/syl-picks-pane.h"
#include "widgets/syl-list-heading.h"

static const char *
get_heading (SylContentsItem *item,
             SylPick         *pick)
{
  if (!syl_pick_get_loaded (pick))
    return "";
  if (syl_pick_get_extra (pick))
    return _("Also Worth Knowing");
  /* The header bar says it already. */
  if (item != NULL && syl_contents_item_get_group (item) == SYL_PICK_GROUP_SECTION)
    return "";

  return syl_pick_get_section_title (pick);
}

static void
update_heading (GtkListHeader *header)
{
  GtkWidget *heading = gtk_list_header_get_child (header);
  GtkWidget *pane = gtk_widget_get_ancestor (heading, SYL_TYPE_PICKS_PANE);
  SylPick *pick = gtk_list_header_get_item (header);

  if (pane != NULL && pick != NULL)
    syl_list_heading_set_text (SYL_LIST_HEADING (heading),
                               get_heading (syl_picks_pane_get_item (SYL_PICKS_PANE (pane)), pick));
}

static void
heading_setup_cb (GtkSignalListItemFactory *factory,
                  GtkListHeader            *header)
{
  gtk_list_header_set_child (header, syl_list_heading_new ());
}

static void
heading_bind_cb (GtkSignalListItemFactory *factory,
                 GtkListHeader            *header)
{
  SylPick *pick = gtk_list_header_get_item (header);

  g_signal_connect_object (pick, "notify::loaded", G_CALLBACK (update_heading), header, G_CONNECT_SWAPPED);
  g_signal_connect_object (pick, "notify::section-title", G_CALLBACK (update_heading), header, G_CONNECT_SWAPPED);
  update_heading (header);
}

static void
heading_unbind_cb (GtkSignalListItemFactory *factory,
                   GtkListHeader            *header)
{
  g_signal_handlers_disconnect_by_func (gtk_list_header_get_item (header), update_heading, header);
}

/**
 * syl_pick_headings_new:
 *
 * Returns: (transfer full): what makes the headings of the sections in a #SylPicksPane
 */
GtkListItemFactory *
syl_pick_headings_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (heading_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (heading_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (heading_unbind_cb), NULL);
  return factory;
}

static void
find_section (GListModel   *picks,
              unsigned int  position,
              unsigned int *out_start,
              unsigned int *out_end)
{
  syl_paged_model_get_run (SYL_PAGED_MODEL (picks), position, out_start, out_end);
}

/**
 * syl_pick_headings_part:
 * @picks: picks
 *
 * Returns: (transfer full): a model of them, in sections that have a heading each
 */
SylSectionedModel *
syl_pick_headings_part (SylPagedModel *picks)
{
  SylSectionedModel *model;

  g_return_val_if_fail (SYL_IS_PAGED_MODEL (picks), NULL);

  model = syl_sectioned_model_new (G_LIST_MODEL (picks), find_section);
  g_signal_connect_object (picks, "runs-changed", G_CALLBACK (gtk_section_model_sections_changed), model,
                           G_CONNECT_SWAPPED);
  return model;
}
