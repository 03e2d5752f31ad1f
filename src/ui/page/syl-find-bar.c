/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/syl-find-bar.h"

#include "syl-config.h"

#include <glib/gi18n.h>

struct _SylFindBar
{
  AdwBin parent_instance;

  SylPageView *view; /* owned, nullable */
  gboolean active;
  GtkSearchBar *search_bar;
  GtkSearchEntry *entry;
  GtkLabel *matches;
};

typedef enum
{
  PROP_VIEW = 1,
  PROP_ACTIVE,
} SylFindBarProps;

static GParamSpec *properties[PROP_ACTIVE + 1];

G_DEFINE_FINAL_TYPE (SylFindBar, syl_find_bar, ADW_TYPE_BIN)

static const char *
get_text (SylFindBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
show_matches (SylFindBar *self,
              const char *text)
{
  gtk_label_set_label (self->matches, text);
  gtk_widget_set_visible (GTK_WIDGET (self->matches), *text != '\0');
}

static void
found_cb (SylFindBar   *self,
          unsigned int  n_matches)
{
  g_autofree char *text = NULL;

  if (*get_text (self) == '\0')
    return;

  text = n_matches == 0 ? g_strdup (_("Not found"))
                        : g_strdup_printf (ngettext ("%u match", "%u matches", n_matches), n_matches);
  show_matches (self, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  if (n_matches == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
end_search (SylFindBar *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  show_matches (self, "");
  if (self->view != NULL)
    syl_page_view_find_finish (self->view);
}

static void
search_changed_cb (SylFindBar *self)
{
  const char *text = get_text (self);

  if (self->view != NULL && self->active && *text != '\0')
    syl_page_view_find (self->view, text);
  else
    end_search (self);
}

static void
find_next_cb (SylFindBar *self)
{
  syl_find_bar_move (self, 1);
}

static void
find_previous_cb (SylFindBar *self)
{
  syl_find_bar_move (self, -1);
}

static void
set_active (SylFindBar *self,
            gboolean    active)
{
  if (self->active == active)
    return;

  self->active = active;
  if (!active)
    {
      end_search (self);
      if (self->view != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
syl_find_bar_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SylFindBar *self = SYL_FIND_BAR (object);

  switch ((SylFindBarProps) property_id)
    {
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    }
}

static void
syl_find_bar_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  SylFindBar *self = SYL_FIND_BAR (object);

  switch ((SylFindBarProps) property_id)
    {
    case PROP_VIEW:
      syl_find_bar_set_view (self, g_value_get_object (value));
      break;
    case PROP_ACTIVE:
      set_active (self, g_value_get_boolean (value));
      break;
    }
}

static void
syl_find_bar_dispose (GObject *object)
{
  SylFindBar *self = SYL_FIND_BAR (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SYL_TYPE_FIND_BAR);

  G_OBJECT_CLASS (syl_find_bar_parent_class)->dispose (object);
}

static void
syl_find_bar_class_init (SylFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = syl_find_bar_dispose;
  object_class->get_property = syl_find_bar_get_property;
  object_class->set_property = syl_find_bar_set_property;

  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, SYL_TYPE_PAGE_VIEW, flags);
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/syllabus_app/Syllabus/ui/syl-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SylFindBar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SylFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, SylFindBar, matches);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_previous_cb);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
syl_find_bar_init (SylFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->entry));
}

/**
 * syl_find_bar_set_view:
 * @self: a bar
 * @view: (nullable): where it is to look
 */
void
syl_find_bar_set_view (SylFindBar  *self,
                       SylPageView *view)
{
  g_return_if_fail (SYL_IS_FIND_BAR (self));

  if (self->view == view)
    return;

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_set_object (&self->view, view);
  if (view != NULL)
    g_signal_connect_object (view, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/**
 * syl_find_bar_open:
 * @self: a bar
 *
 * Shows the bar, with what was looked for before ready to be overwritten.
 */
void
syl_find_bar_open (SylFindBar *self)
{
  g_return_if_fail (SYL_IS_FIND_BAR (self));

  set_active (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * syl_find_bar_close:
 * @self: a bar
 *
 * Hides the bar and ends looking.
 */
void
syl_find_bar_close (SylFindBar *self)
{
  g_return_if_fail (SYL_IS_FIND_BAR (self));

  set_active (self, FALSE);
}

/**
 * syl_find_bar_move:
 * @self: a bar
 * @direction: 1 for the next match, -1 for the one before
 *
 * Goes to another match; a bar that is closed opens.
 */
void
syl_find_bar_move (SylFindBar *self,
                   int         direction)
{
  g_return_if_fail (SYL_IS_FIND_BAR (self));

  if (!self->active)
    syl_find_bar_open (self);
  else if (self->view != NULL && *get_text (self) != '\0' && direction > 0)
    syl_page_view_find_next (self->view);
  else if (self->view != NULL && *get_text (self) != '\0')
    syl_page_view_find_previous (self->view);
}
