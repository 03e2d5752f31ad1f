/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "year/syl-year-loader.h"

/**
 * SylYearLoader:
 *
 * Keeps a widget told of the year of a library. While the widget is out of sight nothing is read: much
 * changes that has nothing to do with it.
 */
struct _SylYearLoader
{
  GObject parent_instance;

  SylLibrary *library;       /* owned */
  GtkWidget *widget;         /* unowned: it owns this */
  GCancellable *cancellable; /* owned, nullable: of the present reading */
  gboolean stale;            /* something changed while it was out of sight */
};

enum
{
  SIGNAL_LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SylYearLoader, syl_year_loader, G_TYPE_OBJECT)

static void
cancel (SylYearLoader *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SylYear) year = syl_library_load_year_finish (SYL_LIBRARY (object), result, &error);
  SylYearLoader *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (year != NULL)
    g_signal_emit (self, signals[SIGNAL_LOADED], 0, year);
  else
    g_message ("The year could not be read: %s", error->message);
}

static void
load (SylYearLoader *self)
{
  self->stale = !gtk_widget_get_mapped (self->widget);
  if (self->stale)
    return;

  cancel (self);
  if (syl_library_get_list (self->library) == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  syl_library_load_year_async (self->library, NULL, self->cancellable, loaded_cb, self);
}

static void
mapped_cb (SylYearLoader *self)
{
  if (self->stale)
    load (self);
}

static void
syl_year_loader_dispose (GObject *object)
{
  SylYearLoader *self = SYL_YEAR_LOADER (object);

  cancel (self);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (syl_year_loader_parent_class)->dispose (object);
}

static void
syl_year_loader_class_init (SylYearLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = syl_year_loader_dispose;

  /**
   * SylYearLoader::loaded:
   * @self: a loader
   * @year: (transfer none): the year as it is now
   *
   * Emitted on the main thread when the widget is in sight and the year was read, and whenever it
   * changes from then on.
   */
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, SYL_TYPE_YEAR);
}

static void
syl_year_loader_init (SylYearLoader *self)
{
}

/**
 * syl_year_loader_new:
 * @library: a library
 * @widget: (transfer none): the widget that shows its year, and owns the loader
 *
 * Returns: (transfer full): a loader, which reads nothing before @widget is mapped
 */
SylYearLoader *
syl_year_loader_new (SylLibrary *library,
                     GtkWidget  *widget)
{
  SylYearLoader *self;

  g_return_val_if_fail (SYL_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (SYL_TYPE_YEAR_LOADER, NULL);
  self->library = g_object_ref (library);
  self->widget = widget;
  g_signal_connect_object (library, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}
