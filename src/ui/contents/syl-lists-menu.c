/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "contents/syl-lists-menu.h"

#define LIBRARY_KEY "syl-library"

static void
fill (GMenu *menu)
{
  GListModel *lists = syl_library_get_lists (g_object_get_data (G_OBJECT (menu), LIBRARY_KEY));
  unsigned int n_lists = g_list_model_get_n_items (lists);

  g_menu_remove_all (menu);
  for (unsigned int i = 0; n_lists > 1 && i < n_lists; i++)
    {
      g_autoptr (SylList) list = g_list_model_get_item (lists, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (syl_list_get_title (list), NULL);

      g_menu_item_set_action_and_target (item, "win.select-list", "s", syl_list_get_uri (list));
      g_menu_append_item (menu, item);
    }
}

/**
 * syl_lists_menu_new:
 * @library: a library
 *
 * Returns: (transfer full): a choice between the library's lists, which follows them; it is empty
 *   where there is nothing to choose
 */
GMenuModel *
syl_lists_menu_new (SylLibrary *library)
{
  GMenu *menu = g_menu_new ();

  g_object_set_data_full (G_OBJECT (menu), LIBRARY_KEY, g_object_ref (library), g_object_unref);
  g_signal_connect_object (syl_library_get_lists (library), "items-changed",
                           G_CALLBACK (fill), menu, G_CONNECT_SWAPPED);
  fill (menu);

  return G_MENU_MODEL (menu);
}
