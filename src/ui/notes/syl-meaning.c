/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes/syl-meaning.h"

#include "syl-config.h"

#include <glib/gi18n.h>

#define MEANING_KEY "syl-meaning"

/**
 * syl_meaning_get_name:
 * @library: (nullable): a library
 * @meaning: what a highlight means, 0 to 3
 *
 * Returns: (transfer none): the reader’s own name for it, or ours
 */
const char *
syl_meaning_get_name (SylLibrary   *library,
                      unsigned int  meaning)
{
  const char *const names[SYL_N_MEANINGS] = { _("Key Idea"), _("Method"), _("Question"), _("To Use") };
  const char *own = library != NULL ? syl_library_get_meaning_name (library, meaning) : NULL;

  g_return_val_if_fail (meaning < SYL_N_MEANINGS, "");

  return own != NULL ? own : names[meaning];
}

/**
 * syl_meaning_get_css_class:
 * @meaning: what a highlight means, 0 to 3
 *
 * Returns: (transfer none): the style class of its colour
 */
const char *
syl_meaning_get_css_class (unsigned int meaning)
{
  static const char *const classes[SYL_N_MEANINGS] = { "key-idea", "method", "question", "to-use" };

  g_return_val_if_fail (meaning < SYL_N_MEANINGS, "");

  return classes[meaning];
}

/**
 * syl_meaning_new_menu:
 * @library: (nullable): a library
 * @action: name of an action that takes a meaning as its target, a uint
 *
 * Returns: (transfer full): a menu of all meanings, as they are called now
 */
GMenuModel *
syl_meaning_new_menu (SylLibrary *library,
                      const char *action)
{
  GMenu *menu = g_menu_new ();

  for (unsigned int i = 0; i < SYL_N_MEANINGS; i++)
    {
      g_auto (GStrv) parts = g_strsplit (syl_meaning_get_name (library, i), "_", -1);
      /* No mnemonics: the names are the reader’s. */
      g_autofree char *label = g_strjoinv ("__", parts);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, action, "u", i);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

/**
 * syl_meaning_new_button:
 * @meaning: what highlights mean, 0 to 3
 * @label: what the button does, for a tooltip and for those who listen
 *
 * Returns: (transfer floating): a toggle button in the colour of the meaning
 */
GtkWidget *
syl_meaning_new_button (unsigned int meaning,
                        const char  *label)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "meaning");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, syl_meaning_get_css_class (meaning));
  syl_meaning_label_button (button, label);
  g_object_set_data (G_OBJECT (button), MEANING_KEY, GUINT_TO_POINTER (meaning));
  return button;
}

/**
 * syl_meaning_label_button:
 * @button: one of syl_meaning_new_button()
 * @label: what it does, for a tooltip and for those who listen
 */
void
syl_meaning_label_button (GtkWidget  *button,
                          const char *label)
{
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * syl_meaning_of_button:
 * @button: one of syl_meaning_new_button()
 *
 * Returns: its meaning, 0 to 3
 */
unsigned int
syl_meaning_of_button (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), MEANING_KEY));
}
